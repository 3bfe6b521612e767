package cn.dabiao.command;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Loads;
import cn.dabiao.domain.assessment.Roster;
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

    /** What never changes may be kept: a published standard, and what a campaign was opened with for good. */
    private final Cache<StandardId, StandardPublished> standards = Caffeine.newBuilder().maximumSize(100).build();
    private final Cache<CampaignId, Terms> terms = Caffeine.newBuilder().maximumSize(1_000).build();

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

    /** The standard that a campaign is pinned to, whoever asks: it decides nothing about whose data is seen. */
    public Standard standardOf(CampaignId campaignId) {
        return published(terms(campaignId).standardId()).standard();
    }

    /** A campaign of this actor's bureau, as it is now. */
    public Campaign campaign(CampaignId campaignId, Actor actor) {
        Campaign campaign = campaign(campaignId);
        requireOwn(campaignId, campaign.bureau(), actor);
        return campaign;
    }

    /** Where the dates of a campaign of this actor's bureau are. */
    public ZoneId zoneOf(CampaignId campaignId, Actor actor) {
        Terms known = terms(campaignId);
        requireOwn(campaignId, known.bureau(), actor);
        return known.zone();
    }

    /** A school of this bureau. */
    public School school(SchoolCode schoolCode, BureauCode bureau) {
        School school = streams.fold(StreamId.of(schoolCode), SchoolEvent.class, School::evolve)
                .orElseThrow(() -> new Refusal.NotFound(Thing.SCHOOL, schoolCode.value()).asException());
        if (!school.bureau().equals(bureau)) {
            throw new Refusal.AnotherBureau(Thing.SCHOOL, schoolCode.value()).asException();
        }
        return school;
    }

    /** Every inspector of a bureau. */
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

    private static void requireOwn(CampaignId campaignId, BureauCode bureau, Actor actor) {
        if (!actor.belongsTo(bureau)) {
            throw new Refusal.AnotherBureau(Thing.CAMPAIGN, campaignId.value()).asException();
        }
    }

    private Terms terms(CampaignId campaignId) {
        Terms known = terms.getIfPresent(campaignId);
        if (known == null) {
            Campaign campaign = campaign(campaignId);
            known = new Terms(campaign.bureau(), campaign.standardId(), campaign.zone());
            terms.put(campaignId, known);
        }
        return known;
    }

    private Campaign campaign(CampaignId campaignId) {
        return streams.fold(StreamId.of(campaignId), CampaignEvent.class, Campaign::evolve)
                .orElseThrow(() -> new Refusal.NotFound(Thing.CAMPAIGN, campaignId.value()).asException());
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

    /** What no event of a campaign changes after it is opened. */
    private record Terms(BureauCode bureau, StandardId standardId, ZoneId zone) {}
}
