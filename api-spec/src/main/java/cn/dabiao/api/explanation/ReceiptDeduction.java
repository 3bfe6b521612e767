package cn.dabiao.api.explanation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.explanation.DeductionLine;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;

/**
 * A deduction that was made at an item.
 *
 * @param counted  whether it takes points off; false when it was ended, or the standard that is applied does not know it
 * @param position of the event that made it
 * @param at       when that was decided
 * @param endedBy  the position of the event since which it counts no more; null while it stands
 */
public record ReceiptDeduction(
        CheckpointCode checkpoint,
        Points points,
        Reason reason,
        boolean counted,
        long position,
        Instant at,
        @Nullable Long endedBy) {

    static ReceiptDeduction of(DeductionLine line) {
        return new ReceiptDeduction(
                line.deduction().checkpoint(),
                line.deduction().points(),
                line.deduction().reason(),
                line.counted(),
                line.broughtBy().position(),
                line.broughtBy().at(),
                line.endedBy() == null ? null : line.endedBy().position());
    }
}
