package cn.dabiao.query.history;

import java.time.Instant;
import java.util.List;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.evidence.EvidenceEvent;
import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorPersonErased;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorReinstated;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorSuspended;
import cn.dabiao.domain.inspector.InspectorEvent.RecusalDecided;
import cn.dabiao.domain.inspector.InspectorEvent.RecusalDeclared;
import cn.dabiao.domain.inspector.InspectorEvent.RecusalRequested;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.standard.StandardEvent;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.json.DomainJson;
import cn.dabiao.json.Nameless;
import cn.dabiao.ledger.EventTypes;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.query.Groups;
import cn.dabiao.query.history.HistoryRecord.Subject;
import cn.dabiao.query.projecting.Batches;
import cn.dabiao.query.projecting.EventMetadata;
import cn.dabiao.query.projecting.EventPosition;
import cn.dabiao.query.projecting.Projection;
import cn.dabiao.query.projecting.Streams;

/** Writes {@code view.history}: every event of the ledger. */
@ProcessingGroup(Groups.HISTORY)
public final class HistoryProjection implements Projection {

    private static final String UNKNOWN = "?";

    private final HistoryTable table;
    private final Batches<HistoryRecord> rows;
    private final Batches<Subject> assessments;
    private final Batches<Subject> campaigns;
    private final Batches<Subject> schools;

    public HistoryProjection(JdbcClient jdbc) {
        this.table = new HistoryTable(jdbc);
        this.rows = Batches.written("history", table::save);
        this.campaigns = new Batches<>(
                "history/campaigns", Streams.idOf(StreamId.CAMPAIGN), table::campaigns, _ -> {});
        this.assessments = new Batches<>(
                "history/assessments",
                stream -> Streams.assessmentOf(stream).or(() -> Streams.assessmentOfFile(stream)),
                table::subjects,
                _ -> {});
        this.schools = new Batches<>(
                "history/schools", Streams.idOf(StreamId.SCHOOL), table::subjectsOfSchools, _ -> {});
    }

    @Override
    public List<String> tables() {
        return List.of("history");
    }

    @EventHandler
    void on(StandardEvent event, DomainEventMessage<?> message) {
        switch (event) {
            case StandardEvent.StandardPublished published -> record(
                    event, message,
                    new Subject(published.bureau().value(), null, null, null),
                    HistoryFacts.at(published.publishedAt()));
        }
    }

    @EventHandler
    void on(CampaignEvent event, DomainEventMessage<?> message) {
        record(event, message, subject(event), HistoryFacts.of(event));
    }

    @EventHandler
    void on(InspectorEvent event, DomainEventMessage<?> message) {
        switch (event) {
            case InspectorEvent.InspectorRegistered registered -> record(
                    event, message,
                    new Subject(registered.bureau().value(), null, null, null),
                    HistoryFacts.at(registered.registeredAt()));
            case InspectorSuspended it -> onDuty(event, message, it.at(), it.reason());
            case InspectorReinstated it -> onDuty(event, message, it.at(), it.reason());
            case InspectorPersonErased it -> onDuty(event, message, it.at(), it.reason());
            case RecusalDeclared it -> recusal(event, message, it.schoolCode(), it.at(), it.reason());
            case RecusalRequested it -> recusal(event, message, it.schoolCode(), it.at(), it.reason());
            case RecusalDecided it -> recusal(event, message, it.schoolCode(), it.at(), it.reason());
        }
    }

    /** Whether an inspector is on duty, and has a name, concerns no school. */
    private void onDuty(InspectorEvent event, DomainEventMessage<?> message, Instant at, Reason reason) {
        record(event, message, new Subject(event.bureau().value(), null, null, null), HistoryFacts.explained(at, reason));
    }

    /** Recusals are of the inspector's stream and of the school's history. */
    private void recusal(
            InspectorEvent event, DomainEventMessage<?> message, SchoolCode school, Instant at, Reason reason) {
        Subject subject = new Subject(event.bureau().value(), school.value(), null, null);
        record(event, message, subject, HistoryFacts.explained(at, reason));
    }

    @EventHandler
    void on(SchoolEvent event, DomainEventMessage<?> message) {
        switch (event) {
            case SchoolEvent.SchoolRegistered registered -> {
                String code = event.schoolCode().value();
                schools.put(code, new Subject(registered.bureau().value(), code, null, null));
                record(event, message, subject(event), HistoryFacts.at(registered.registeredAt()));
            }
            case SchoolEvent.SchoolUpdated it -> record(
                    event, message, subject(event), HistoryFacts.explained(it.at(), it.reason()));
            case SchoolEvent.SchoolMerged it -> record(
                    event, message,
                    subject(event).and(it.into().value()),
                    HistoryFacts.explained(it.at(), it.reason()));
            case SchoolEvent.SchoolClosed it -> record(
                    event, message, subject(event), HistoryFacts.explained(it.at(), it.reason()));
            case SchoolEvent.SchoolPersonErased it -> record(
                    event, message, subject(event), HistoryFacts.explained(it.at(), it.reason()));
        }
    }

    /** Only a registration says whose the school is. */
    private Subject subject(SchoolEvent event) {
        return schools.row(event.schoolCode().value())
                .orElseThrow(() -> new IllegalStateException("a school begins with a registration, not with " + event));
    }

    @EventHandler
    void on(AssessmentEvent event, DomainEventMessage<?> message) {
        record(event, message, subject(event), HistoryFacts.of(event));
    }

    @EventHandler
    void on(EvidenceEvent event, DomainEventMessage<?> message) {
        switch (event) {
            case EvidenceEvent.EvidenceStored stored -> record(
                    event, message, subjectOf(event.assessmentId()), HistoryFacts.at(stored.at()));
        }
    }

    @ResetHandler
    void reset() {
        table.clear();
    }

    /** Only a plan says whose the assessment is and by which standard; its other events are of the same. */
    private Subject subject(AssessmentEvent event) {
        String id = event.assessmentId().value();
        if (event instanceof PlanSubmitted plan) {
            assessments.put(id, new Subject(
                    plan.bureau().value(),
                    plan.assessmentId().schoolCode().value(),
                    id,
                    plan.standardId().value()));
        }
        return subjectOf(event.assessmentId());
    }

    private Subject subjectOf(AssessmentId assessment) {
        return assessments.row(assessment.value())
                .orElseThrow(() -> new IllegalStateException(assessment + " begins with a plan, and there is none"));
    }

    /** Only its opening says whose the campaign is. */
    private Subject subject(CampaignEvent event) {
        String id = event.campaignId().value();
        if (event instanceof CampaignOpened opened) {
            campaigns.put(id, Subject.ofCampaign(opened.bureau(), opened.campaignId()));
        }
        return campaigns.row(id)
                .orElseThrow(() -> new IllegalStateException("a campaign begins with being opened, not with " + event));
    }

    private void record(Object event, DomainEventMessage<?> message, Subject subject, HistoryFacts facts) {
        long position = EventPosition.of(message);
        String payload = DomainJson.mapper().writeValueAsString(event);
        String figures = Nameless.mapper().writeValueAsString(event);
        rows.put(Long.toString(position), new HistoryRecord(
                position,
                message.getTimestamp(),
                EventMetadata.of(message, EventMetadata.ACTOR).orElse(UNKNOWN),
                EventMetadata.of(message, EventMetadata.ROLE).orElse(null),
                EventMetadata.of(message, EventMetadata.REQUEST_ID).orElse(null),
                EventTypes.nameOf(event.getClass()),
                payload,
                figures.equals(payload) ? null : figures,
                subject,
                facts));
    }
}
