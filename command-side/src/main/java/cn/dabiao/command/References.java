package cn.dabiao.command;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import cn.dabiao.command.Streams.Folded;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Loads;
import cn.dabiao.domain.assessment.Roster;
import cn.dabiao.domain.assessment.Terms;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.School;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.standard.StandardEvent;
import cn.dabiao.domain.standard.StandardEvent.StandardPublished;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.StreamId;

/**
 * What commands bring along of other streams: the campaign, its standard, the school, the roster. Read from the ledger,
 * never from a projection, so that what was registered a moment ago counts.
 */
@Component
public class References {

    /** What never changes may be kept: a published standard, and in whose register a school is. */
    private final Cache<StandardId, StandardPublished> standards = Caffeine.newBuilder().maximumSize(100).build();
    private final Cache<SchoolCode, BureauCode> registered = Caffeine.newBuilder().maximumSize(10_000).build();
    /** A campaign changes: caught up with before it is used, or once a second where every command asks for it. */
    private static final Duration FRESH = Duration.ofSeconds(1);
    private final Cache<CampaignId, Known> campaigns = Caffeine.newBuilder().maximumSize(1_000).build();

    private final Streams streams;
    private final LedgerReader ledger;

    References(Streams streams, LedgerReader ledger) {
        this.streams = streams;
        this.ledger = ledger;
    }

    /** A standard that this actor's bureau has published. */
    public Standard standard(StandardId standardId, Actor actor) {
        StandardPublished published = published(standardId);
        if (!actor.belongsTo(published.bureau())) {
            throw new Refusal.AnotherBureau(Thing.STANDARD, standardId.value()).asException();
        }
        return published.standard();
    }

    /** On what terms an assessment is judged now, whoever asks: they decide nothing about whose data is seen. */
    public Terms terms(CampaignId campaignId, Instant at) {
        Campaign campaign = lately(campaignId);
        return new Terms(campaign, published(campaign.standardId()).standard(), at);
    }

    /** A campaign of this actor's bureau, as it is now. */
    public Campaign campaign(CampaignId campaignId, Actor actor) {
        return own(campaign(campaignId), actor);
    }

    /** Refuses a school that is not in this bureau's register; in whose it is never changes. */
    public void requireRegistered(SchoolCode schoolCode, BureauCode bureau) {
        if (!bureau.equals(registered.getIfPresent(schoolCode))) {
            registered.put(schoolCode, school(schoolCode, bureau).bureau());
        }
    }

    /**
     * Refuses to open an assessment of a school that is not in this bureau's register or has ceased; an assessment that is
     * running goes its way to the end.
     */
    public void requireMayOpen(AssessmentId assessmentId, BureauCode bureau) {
        School school = school(assessmentId.schoolCode(), bureau);
        if (school.ceased() != null && assessment(assessmentId).isEmpty()) {
            school.requireOpen();
        }
    }

    /** A school of this bureau, as it is now. */
    public School school(SchoolCode schoolCode, BureauCode bureau) {
        School school = streams.fold(StreamId.of(schoolCode), SchoolEvent.class, School::evolve)
                .orElseThrow(() -> new Refusal.NotFound(Thing.SCHOOL, schoolCode.value()).asException());
        if (!school.bureau().equals(bureau)) {
            throw new Refusal.AnotherBureau(Thing.SCHOOL, schoolCode.value()).asException();
        }
        return school;
    }

    /** Every inspector of a bureau, on duty or not. */
    public Roster roster(BureauCode bureau) {
        Map<InspectorId, Inspector> inspectors = new LinkedHashMap<>();
        for (InspectorEvent event : ledger.inspectorEvents(bureau)) {
            inspectors.compute(event.inspectorId(), (id, before) -> Inspector.evolve(before, event));
        }
        return new Roster(inspectors.values().stream().toList());
    }

    /** What inspectors have to do in the campaign, for a draw of this assessment to weigh. */
    public Loads loads(AssessmentId drawing) {
        return Loads.before(drawing, ledger.assignments(drawing.campaignId()));
    }

    /** An assessment as it stands; empty when nobody has opened it. */
    public Optional<AssessmentState> assessment(AssessmentId assessmentId) {
        return streams.fold(StreamId.of(assessmentId), AssessmentEvent.class, AssessmentState::evolve);
    }

    /** Every assessment of a campaign as it stands, by school: read as a whole, for what concerns a campaign as a whole. */
    public Map<AssessmentId, AssessmentState> assessments(CampaignId campaignId) {
        Map<AssessmentId, AssessmentState> states = new LinkedHashMap<>();
        ledger.eachOfAssessments(campaignId, event -> states.compute(
                event.assessmentId(), (id, before) -> AssessmentState.evolve(before, event)));
        return states;
    }

    private static Campaign own(Campaign campaign, Actor actor) {
        if (!actor.belongsTo(campaign.bureau())) {
            throw new Refusal.AnotherBureau(Thing.CAMPAIGN, campaign.campaignId().value()).asException();
        }
        return campaign;
    }

    /** As it was within the last second: a campaign that closes meanwhile closes a second later. */
    private Campaign lately(CampaignId campaignId) {
        Known known = campaigns.getIfPresent(campaignId);
        return known == null || known.isOlderThan(FRESH) ? campaign(campaignId) : known.campaign();
    }

    /** A campaign as it is now, whoever asks: for what the product does by itself. */
    public Campaign campaign(CampaignId campaignId) {
        long now = System.nanoTime();
        Known known = campaigns.getIfPresent(campaignId);
        Folded<Campaign> before = known == null
                ? new Folded<>(null, 0)
                : new Folded<>(known.campaign(), known.campaign().version());
        Campaign campaign = streams.fold(before, StreamId.of(campaignId), CampaignEvent.class, Campaign::evolve).state();
        if (campaign == null) {
            throw new Refusal.NotFound(Thing.CAMPAIGN, campaignId.value()).asException();
        }
        campaigns.put(campaignId, new Known(campaign, now));
        return campaign;
    }

    /** A campaign, and when it was read: by the machine's own watch, which nobody sets. */
    private record Known(Campaign campaign, long readAt) {

        boolean isOlderThan(Duration age) {
            return System.nanoTime() - readAt > age.toNanos();
        }
    }

    private StandardPublished published(StandardId standardId) {
        StandardPublished known = standards.getIfPresent(standardId);
        if (known == null) {
            known = streams.<StandardPublished, StandardEvent>fold(
                            StreamId.of(standardId), StandardEvent.class, (before, event) -> (StandardPublished) event)
                    .orElseThrow(() -> new Refusal.NotFound(Thing.STANDARD, standardId.value()).asException());
            standards.put(standardId, known);
        }
        return known;
    }
}
