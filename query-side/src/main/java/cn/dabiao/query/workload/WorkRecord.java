package cn.dabiao.query.workload;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.query.projecting.Folded;

/**
 * A row of {@code view.workload}: the work of inspectors in an assessment.
 *
 * @param waiting those drawn for a round that has not been opened yet
 */
record WorkRecord(
        AssessmentId assessmentId,
        BureauCode bureau,
        List<InspectorId> waiting,
        List<WorkRound> rounds,
        long version,
        long position)
        implements Folded {

    WorkRecord {
        waiting = List.copyOf(waiting);
        rounds = List.copyOf(rounds);
    }

    static WorkRecord begun(AssessmentEvent event, long sequence, long position) {
        if (event instanceof PlanSubmitted plan) {
            return new WorkRecord(plan.assessmentId(), plan.bureau(), List.of(), List.of(), sequence + 1, position);
        }
        throw new IllegalStateException("an assessment begins with a plan, not with " + event);
    }

    /** @param sequence the event's number in its stream, from 0 on */
    WorkRecord after(AssessmentEvent event, long sequence, long newPosition) {
        WorkRecord next = after(event);
        return new WorkRecord(assessmentId, bureau, next.waiting, next.rounds, sequence + 1, newPosition);
    }

    private WorkRecord after(AssessmentEvent event) {
        return switch (event) {
            case InspectorsDrawn draw -> with(draw.drawn(), rounds);
            case ReviewOpened opened ->
                with(List.of(), Stream.concat(rounds.stream(), Stream.of(WorkRound.opened(opened))).toList());
            case InspectorReplaced replaced -> in(replaced.round(), round -> round.with(replaced));
            case ItemScored scored -> in(scored.round(), round -> round.with(scored));
            case ReviewSigned signed -> in(signed.round(), round -> round.with(signed));
            // A correction is the bureau's, and no scoring of an inspector's.
            case ScoreCorrected _, PlanSubmitted _, SelfAssessed _, ApplicationSubmitted _, ApplicationAccepted _,
                    ApplicationReturned _, ApplicationWithdrawn _, GradeAssigned _, GradeRevised _,
                    NotAttainedDetermined _, DeterminationRevoked _, RectificationOrdered _, RectificationReported _,
                    RectificationVerified _, RectificationSentBack _, RectificationOverdue _, AppealLodged _,
                    AppealDecided _, AppealWindowClosed _, MeasureIssued _, InterviewHeld _, CommitmentFulfilled _,
                    MeasureWithdrawn _ -> this;
        };
    }

    /** Whoever has anything to do with this assessment. */
    List<InspectorId> people() {
        return Stream.concat(waiting.stream(), rounds.stream().flatMap(WorkRound::people)).distinct().toList();
    }

    private WorkRecord in(int which, UnaryOperator<WorkRound> change) {
        return with(
                waiting,
                rounds.stream().map(round -> round.round() == which ? change.apply(round) : round).toList());
    }

    private WorkRecord with(List<InspectorId> nowWaiting, List<WorkRound> nowRounds) {
        return new WorkRecord(assessmentId, bureau, nowWaiting, nowRounds, version, position);
    }
}
