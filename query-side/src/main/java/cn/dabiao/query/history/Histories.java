package cn.dabiao.query.history;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.api.Page;
import cn.dabiao.api.assessment.DeductionView;
import cn.dabiao.api.assessment.HistoryEntry;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewSigned;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignPersonErased;
import cn.dabiao.domain.campaign.CampaignEvent.LeadingGroupChanged;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.evidence.EvidenceEvent;
import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.school.SchoolEvent.SchoolPersonErased;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.ledger.EventSerializer;
import cn.dabiao.person.Persons;
import cn.dabiao.query.projecting.Tokens;
import cn.dabiao.query.reading.Listing;
import cn.dabiao.query.reading.ReadScope;
import cn.dabiao.query.register.campaign.Campaigns;
import cn.dabiao.query.register.standard.Standards;

/** Histories of schools, of assessments and of campaigns, in the ledger's order and the reader's language. */
public final class Histories {

    private final HistoryTable table;
    private final Standards standards;
    private final Campaigns campaigns;
    private final HistoryReader reader;

    public Histories(JdbcClient jdbc, Standards standards, Campaigns campaigns, EventSerializer serializer, Persons persons) {
        this.table = new HistoryTable(jdbc);
        this.standards = standards;
        this.campaigns = campaigns;
        this.reader = new HistoryReader(table, serializer, persons);
    }

    public Page<HistoryEntry> ofSchool(
            SchoolCode school,
            HistoryFilter filter,
            int limit,
            @Nullable String cursor,
            ReadScope scope,
            Locale locale,
            long shown) {
        Listing listing = listing("history of a school", school, filter);
        long after = HistoryReader.after(listing, cursor);
        HistoryRecord first = table.ofSchool(school.value(), HistoryFilter.ALL, Tokens.NOTHING, 1).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(Thing.SCHOOL, school.value()).asException());
        scope.requireBureau(new BureauCode(first.subject().bureau()), Thing.SCHOOL, school.value());
        scope.requireSchool(school);
        HistoryTexts texts = new HistoryTexts(reader.words(locale), scope.showsPersonsOf(school));
        return page(listing, table.ofSchool(school.value(), filter, after, limit + 1), limit, texts, shown);
    }

    public Page<HistoryEntry> ofAssessment(
            AssessmentId assessment,
            HistoryFilter filter,
            int limit,
            @Nullable String cursor,
            ReadScope scope,
            Locale locale,
            long shown) {
        Listing listing = listing("history of an assessment", assessment, filter);
        long after = HistoryReader.after(listing, cursor);
        HistoryTexts texts = reader.opened(assessment, scope, locale);
        return page(listing, table.ofAssessment(assessment.value(), filter, after, limit + 1), limit, texts, shown);
    }

    public Page<HistoryEntry> ofCampaign(
            CampaignId campaign,
            HistoryFilter filter,
            int limit,
            @Nullable String cursor,
            ReadScope scope,
            Locale locale,
            long shown) {
        String id = campaign.value();
        Listing listing = listing("history of a campaign", campaign, filter);
        long after = HistoryReader.after(listing, cursor);
        HistoryRecord first = table.ofCampaign(id, HistoryFilter.ALL, Tokens.NOTHING, 1).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(Thing.CAMPAIGN, id).asException());
        scope.requireBureau(new BureauCode(first.subject().bureau()), Thing.CAMPAIGN, id);
        HistoryTexts texts = new HistoryTexts(reader.words(locale), scope.showsPersons());
        return page(listing, table.ofCampaign(id, filter, after, limit + 1), limit, texts, shown);
    }

    /** Whether it follows from events of this type who may read a history as its inspector: without one of them, somebody wrong. */
    public static boolean tellWhoMayRead(String eventType) {
        return Membership.EVENTS.contains(eventType);
    }

    private static Listing listing(String name, Object of, HistoryFilter filter) {
        return Listing.of(name, of, filter.types(), filter.from(), filter.to(), filter.item());
    }

    private Page<HistoryEntry> page(
            Listing listing, List<HistoryRecord> rows, int limit, HistoryTexts texts, long shown) {
        return listing.page(rows, limit, row -> List.of(row.position()), row -> entry(row, texts, shown), shown);
    }

    private HistoryEntry entry(HistoryRecord row, HistoryTexts texts, long shown) {
        Object event = reader.event(row);
        AssessmentEvent assessment = event instanceof AssessmentEvent it ? it : null;
        return new HistoryEntry(
                row.position(),
                row.recordedAt(),
                row.facts().at(),
                texts.persons() ? row.actor() : null,
                row.role() == null ? null : Role.valueOf(row.role()),
                row.type(),
                text(event, row, texts, shown),
                row.subject().schoolCode() == null ? null : new SchoolCode(row.subject().schoolCode()),
                row.subject().assessmentId() == null ? null : new AssessmentId(row.subject().assessmentId()),
                row.facts().itemNo(),
                row.facts().before(),
                row.facts().after(),
                inspector(event),
                DeductionView.of(deductions(event), texts.persons()),
                measurements(event),
                tellsOfPersons(event) && !texts.persons() ? null : row.facts().reason(),
                assessment == null ? null : texts.authority(assessment),
                row.requestId());
    }

    /** Whether its reason may: why somebody is recused, replaced or erased, why a leading group changes. */
    private static boolean tellsOfPersons(Object event) {
        return event instanceof InspectorEvent
                || event instanceof InspectorReplaced
                || event instanceof LeadingGroupChanged
                || event instanceof SchoolPersonErased
                || event instanceof CampaignPersonErased;
    }

    private static List<Deduction> deductions(Object event) {
        return switch (event) {
            case ItemScored scored -> scored.deductions();
            case ScoreCorrected corrected -> corrected.deductions();
            default -> List.of();
        };
    }

    private static List<Measurement> measurements(Object event) {
        return switch (event) {
            case ItemScored scored -> scored.measurements();
            case ScoreCorrected corrected -> corrected.measurements();
            default -> List.of();
        };
    }

    private static @Nullable InspectorId inspector(Object event) {
        return switch (event) {
            case ItemScored scored -> scored.scoredBy();
            case ReviewSigned signed -> signed.signedBy();
            case InspectorEvent recused -> recused.inspectorId();
            default -> null;
        };
    }

    private String text(Object event, HistoryRecord row, HistoryTexts texts, long shown) {
        return switch (event) {
            case SchoolEvent school -> texts.of(school);
            case InspectorEvent recusal -> texts.of(recusal);
            case CampaignEvent campaign -> new CampaignTexts(texts.words(), texts.persons()).of(campaign);
            case EvidenceEvent evidence -> texts.of(evidence);
            case AssessmentEvent assessment -> texts.of(
                    assessment,
                    standards.require(new StandardId(Objects.requireNonNull(row.subject().standardId())), shown),
                    () -> zone(assessment, shown));
            default -> throw new IllegalStateException("no history holds " + row.type());
        };
    }

    /** A campaign's zone never changes, so it may be shown beside rows of any position. */
    private ZoneId zone(AssessmentEvent event, long shown) {
        return campaigns.require(event.assessmentId().campaignId(), shown).zone();
    }
}
