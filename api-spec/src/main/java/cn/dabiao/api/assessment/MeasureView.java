package cn.dabiao.api.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.measure.IssuedMeasure;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.measure.Summons;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Statement;
import cn.dabiao.domain.value.Title;

/**
 * A measure (督促措施) and what came of it.
 *
 * @param summons   of an interview; null for all others
 * @param minutes   of an interview; null until it was held
 * @param stands    whether the bureau has not taken it back
 * @param withdrawn why it took it back
 */
public record MeasureView(
        MeasureId measureId,
        MeasureKind kind,
        @Nullable Reason reason,
        @Nullable SummonsView summons,
        @Nullable MinutesView minutes,
        boolean stands,
        @Nullable Reason withdrawn,
        Instant issuedAt) {

    /** When, where, and who is to come; nobody is named to an analyst. */
    public record SummonsView(Instant at, Title place, List<PersonName> attendees) {

        static @Nullable SummonsView of(@Nullable Summons summons, boolean persons) {
            return summons == null
                    ? null
                    : new SummonsView(summons.at(), summons.place(), persons ? summons.attendees() : List.of());
        }
    }

    /** What was said, which is not told to an analyst, and what the school committed itself to. */
    public record MinutesView(@Nullable Statement minutes, Instant heldAt, List<CommitmentView> commitments) {

        static @Nullable MinutesView of(IssuedMeasure.@Nullable Minutes minutes, boolean persons) {
            return minutes == null
                    ? null
                    : new MinutesView(
                            persons ? minutes.minutes() : null,
                            minutes.heldAt(),
                            minutes.commitments().stream().map(CommitmentView::of).toList());
        }
    }

    /**
     * A commitment of an interview.
     *
     * @param commitmentNo counted from 1 within the interview
     * @param fulfilled    how the office found it kept; null until then
     */
    public record CommitmentView(
            int commitmentNo, Reason commitment, LocalDate dueOn, @Nullable Reason fulfilled) {

        static CommitmentView of(IssuedMeasure.PendingCommitment pending) {
            return new CommitmentView(
                    pending.no(),
                    pending.commitment().commitment(),
                    pending.commitment().dueOn(),
                    pending.fulfilled());
        }
    }

    /** @param persons whether the reader may see what tells of persons */
    public static MeasureView of(IssuedMeasure measure, boolean persons) {
        return new MeasureView(
                measure.measureId(),
                measure.kind(),
                measure.reason(),
                SummonsView.of(measure.summons(), persons),
                MinutesView.of(measure.minutes(), persons),
                measure.stands(),
                measure.withdrawn(),
                measure.issuedAt());
    }
}
