package cn.dabiao.command.assessment;

import java.time.Instant;
import java.util.Objects;

import cn.dabiao.command.assessment.AftermathCommand.ConfirmCommitment;
import cn.dabiao.command.assessment.AftermathCommand.IssueMeasure;
import cn.dabiao.command.assessment.AftermathCommand.RecordMinutes;
import cn.dabiao.command.assessment.AftermathCommand.WithdrawMeasure;
import cn.dabiao.domain.assessment.AssessmentEvent.CommitmentFulfilled;
import cn.dabiao.domain.assessment.AssessmentEvent.InterviewHeld;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureIssued;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureWithdrawn;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.measure.IssuedMeasure;
import cn.dabiao.domain.measure.IssuedMeasure.PendingCommitment;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.measure.MeasurePolicy;
import cn.dabiao.domain.rectification.DueDate;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;

/** Letters, interviews and circulars (RULES.md §4.11). */
final class Measures {

    private Measures() {}

    static MeasureIssued issued(AssessmentState before, IssueMeasure command) {
        if (before.aftermath().measure(command.measureId()).isPresent()) {
            throw new Refusal.AlreadyExists(Thing.MEASURE, command.measureId().value()).asException();
        }
        MeasurePolicy.require(
                command.kind(), command.reason(), command.summons(), before.aftermath().measures());
        return new MeasureIssued(
                command.assessmentId(),
                command.measureId(),
                command.kind(),
                command.reason(),
                command.summons(),
                command.request().at());
    }

    static InterviewHeld held(AssessmentState before, RecordMinutes command) {
        IssuedMeasure interview = measure(before, command.measureId());
        if (!interview.awaitsMinutes()) {
            throw new Refusal.NotAwaitingMinutes(
                            interview.measureId(), interview.kind(), interview.minutes() != null)
                    .asException();
        }
        Instant now = command.request().at();
        Instant heldAt = Objects.requireNonNullElseGet(
                command.heldAt(), () -> Objects.requireNonNull(interview.summons()).at());
        if (heldAt.isAfter(now)) {
            throw new Refusal.HeldInFuture(heldAt, now).asException();
        }
        // Minutes may be written late: what was promised for the day after the interview was promised all the same.
        command.commitments().forEach(each -> DueDate.require(each.dueOn(), heldAt, command.zone()));
        return new InterviewHeld(
                command.assessmentId(), interview.measureId(), command.minutes(), heldAt, command.commitments(), now);
    }

    static CommitmentFulfilled confirmed(AssessmentState before, ConfirmCommitment command) {
        IssuedMeasure interview = measure(before, command.measureId());
        if (!interview.stands()) {
            throw new Refusal.MeasureNotStanding(interview.measureId()).asException();
        }
        int no = command.commitmentNo();
        if (interview.commitments().stream().map(PendingCommitment::no).noneMatch(each -> each == no)) {
            throw new Refusal.NotFound(Thing.COMMITMENT, Integer.toString(no)).asException();
        }
        if (interview.openCommitments().stream().map(PendingCommitment::no).noneMatch(each -> each == no)) {
            throw new Refusal.CommitmentConfirmed(interview.measureId(), no).asException();
        }
        return new CommitmentFulfilled(
                command.assessmentId(), interview.measureId(), no, command.note(), command.request().at());
    }

    static MeasureWithdrawn withdrawn(AssessmentState before, WithdrawMeasure command) {
        IssuedMeasure measure = measure(before, command.measureId());
        if (!measure.stands()) {
            throw new Refusal.MeasureNotStanding(measure.measureId()).asException();
        }
        return new MeasureWithdrawn(
                command.assessmentId(), measure.measureId(), command.reason(), command.request().at());
    }

    private static IssuedMeasure measure(AssessmentState before, MeasureId measureId) {
        return before.aftermath()
                .measure(measureId)
                .orElseThrow(() -> new Refusal.NotFound(Thing.MEASURE, measureId.value()).asException());
    }
}
