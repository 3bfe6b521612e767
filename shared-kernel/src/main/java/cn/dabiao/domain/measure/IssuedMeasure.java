package cn.dabiao.domain.measure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentEvent.CommitmentFulfilled;
import cn.dabiao.domain.assessment.AssessmentEvent.InterviewHeld;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureIssued;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureWithdrawn;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Statement;

/**
 * A measure as its events have made it.
 *
 * @param summons   of an interview; null for all others
 * @param minutes   of the interview; null until it was held
 * @param withdrawn why the bureau took it back; null while it stands
 */
public record IssuedMeasure(
        MeasureId measureId,
        MeasureKind kind,
        @Nullable Reason reason,
        @Nullable Summons summons,
        @Nullable Minutes minutes,
        @Nullable Reason withdrawn,
        Instant issuedAt) {

    /** What was said in an interview, and what the school committed itself to. */
    public record Minutes(Statement minutes, Instant heldAt, List<PendingCommitment> commitments) {

        public Minutes {
            commitments = List.copyOf(commitments);
        }
    }

    /**
     * A commitment of an interview.
     *
     * @param no        counted from 1 within the interview
     * @param fulfilled how the office found it kept; null until then
     */
    public record PendingCommitment(int no, Commitment commitment, @Nullable Reason fulfilled) {}

    public static IssuedMeasure issued(MeasureIssued event) {
        return new IssuedMeasure(
                event.measureId(), event.kind(), event.reason(), event.summons(), null, null, event.at());
    }

    public IssuedMeasure held(InterviewHeld event) {
        List<PendingCommitment> pending = new ArrayList<>();
        for (Commitment commitment : event.commitments()) {
            pending.add(new PendingCommitment(pending.size() + 1, commitment, null));
        }
        return with(new Minutes(event.minutes(), event.heldAt(), pending));
    }

    public IssuedMeasure fulfilled(CommitmentFulfilled event) {
        return with(new Minutes(
                heldMinutes().minutes(),
                heldMinutes().heldAt(),
                heldMinutes().commitments().stream()
                        .map(each -> each.no() == event.commitmentNo()
                                ? new PendingCommitment(each.no(), each.commitment(), event.note())
                                : each)
                        .toList()));
    }

    public IssuedMeasure withdrawn(MeasureWithdrawn event) {
        return new IssuedMeasure(measureId, kind, reason, summons, minutes, event.reason(), issuedAt);
    }

    public boolean stands() {
        return withdrawn == null;
    }

    /** An interview that is summoned and not held yet. */
    public boolean awaitsMinutes() {
        return kind == MeasureKind.INTERVIEW && minutes == null && stands();
    }

    /** What the school committed itself to; nothing until the interview was held. */
    public List<PendingCommitment> commitments() {
        return minutes == null ? List.of() : minutes.commitments();
    }

    /** The commitments that nobody has found kept yet; none once the measure was withdrawn. */
    public List<PendingCommitment> openCommitments() {
        return commitments().stream().filter(each -> stands() && each.fulfilled() == null).toList();
    }

    private Minutes heldMinutes() {
        if (minutes == null) {
            throw new IllegalStateException("commitments come from an interview that was held");
        }
        return minutes;
    }

    private IssuedMeasure with(Minutes next) {
        return new IssuedMeasure(measureId, kind, reason, summons, next, withdrawn, issuedAt);
    }
}
