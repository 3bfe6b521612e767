package cn.dabiao.query.ranking;

import java.util.List;
import java.util.Optional;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealDecided;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealLodged;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealWindowClosed;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationAccepted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationReturned;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationWithdrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.CommitmentFulfilled;
import cn.dabiao.domain.assessment.AssessmentEvent.DeterminationRevoked;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.InterviewHeld;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureIssued;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureWithdrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOrdered;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOverdue;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationReported;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationSentBack;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationVerified;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewSigned;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.assessment.AssessmentEvent.SelfAssessed;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.evidence.EvidenceEvent;
import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.standard.StandardEvent;
import cn.dabiao.query.Groups;
import cn.dabiao.query.projecting.Batches;
import cn.dabiao.query.projecting.EventPosition;
import cn.dabiao.query.projecting.Projection;
import cn.dabiao.query.projecting.Streams;

/** Writes {@code view.ranking}. */
@ProcessingGroup(Groups.RANKING)
public final class RankingProjection implements Projection {

    private final RankingTable table;
    private final Batches<RankedRecord> rows;

    public RankingProjection(JdbcClient jdbc) {
        this.table = new RankingTable(jdbc);
        this.rows = new Batches<>("ranking", Streams::assessmentOf, table::load, table::save);
    }

    @Override
    public List<String> tables() {
        return List.of("ranking");
    }

    @EventHandler
    void on(AssessmentEvent event, DomainEventMessage<?> message) {
        long version = message.getSequenceNumber() + 1;
        switch (event) {
            case PlanSubmitted plan -> fold(
                    event, message, before -> RankedRecord.planned(before, plan, version, EventPosition.of(message)));
            case ApplicationSubmitted form -> fold(
                    event, message, before -> begun(before).with(form, version, EventPosition.of(message)));
            case GradeAssigned it -> graded(RankedGrade.of(it), event, message);
            case GradeRevised it -> graded(RankedGrade.of(it), event, message);
            case NotAttainedDetermined _ -> determined(true, event, message);
            case DeterminationRevoked _ -> determined(false, event, message);
            case AppealLodged it -> fold(
                    event, message,
                    before -> begun(before).appealed(it.appealId(), version, EventPosition.of(message)));
            case AppealDecided it -> fold(
                    event, message,
                    before -> begun(before).decided(it.appealId(), version, EventPosition.of(message)));
            case SelfAssessed _, ApplicationAccepted _, ApplicationReturned _, ApplicationWithdrawn _,
                    InspectorsDrawn _, ReviewOpened _, InspectorReplaced _, ItemScored _, ReviewSigned _,
                    ScoreCorrected _, RectificationOrdered _, RectificationReported _, RectificationVerified _,
                    RectificationSentBack _, RectificationOverdue _, AppealWindowClosed _, MeasureIssued _,
                    InterviewHeld _, CommitmentFulfilled _, MeasureWithdrawn _ -> {
                // Nothing of these shows in a ranking.
            }
        }
    }

    /** Nothing to do, but handled: Axon stores the token of a batch at once only when something in it was. */
    @EventHandler
    void ignore(StandardEvent other) {}

    @EventHandler
    void ignore(CampaignEvent other) {}

    @EventHandler
    void ignore(InspectorEvent other) {}

    @EventHandler
    void ignore(SchoolEvent other) {}

    @EventHandler
    void ignore(EvidenceEvent other) {}

    @ResetHandler
    void reset() {
        table.clear();
    }

    private void graded(RankedGrade grade, AssessmentEvent event, DomainEventMessage<?> message) {
        long version = message.getSequenceNumber() + 1;
        fold(event, message, before -> declared(before).with(grade, version, EventPosition.of(message)));
    }

    /** Also of a school that has not declared itself yet: no phase is too early for it. */
    private void determined(boolean now, AssessmentEvent event, DomainEventMessage<?> message) {
        long version = message.getSequenceNumber() + 1;
        fold(event, message, before -> begun(before).determined(now, version, EventPosition.of(message)));
    }

    private void fold(AssessmentEvent event, DomainEventMessage<?> message, Batches.Step<RankedRecord> step) {
        Batches.fold(rows, event.assessmentId().value(), message, step);
    }

    private static RankedRecord begun(@Nullable RankedRecord row) {
        return Optional.ofNullable(row)
                .orElseThrow(() -> new IllegalStateException("an assessment begins with a plan"));
    }

    private static RankedRecord declared(@Nullable RankedRecord row) {
        return Optional.of(begun(row))
                .filter(it -> it.school() != null)
                .orElseThrow(() -> new IllegalStateException("who is graded has declared itself before"));
    }
}
