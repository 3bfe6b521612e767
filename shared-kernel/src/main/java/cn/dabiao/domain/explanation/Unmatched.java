package cn.dabiao.domain.explanation;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;

/**
 * Something of one standard that has no counterpart in the other.
 *
 * @param checkpoint null when it is about the item as a whole
 * @param points     of the deduction that could not be carried over; null when it is about no deduction
 * @param position   of the event that made that deduction; null like {@code points}
 */
public record Unmatched(
        Why why,
        ItemNo itemNo,
        @Nullable CheckpointCode checkpoint,
        @Nullable Points points,
        @Nullable Long position) {

    /** What is missing, and where. */
    public enum Why {
        /** The other standard has no item of that number. */
        ITEM_MISSING,
        /** The other standard's item has no such checkpoint. */
        CHECKPOINT_MISSING,
        /** The deduction is no multiple of the other standard's step. */
        OFF_STEP,
        /** The other standard has an item that nobody was asked to look at: it is left with all its points. */
        ITEM_NOT_ASSESSED,
        /** The other standard has a checkpoint that nobody was asked to look at. */
        CHECKPOINT_NOT_ASSESSED
    }

    static Unmatched item(Why why, ItemNo itemNo) {
        return new Unmatched(why, itemNo, null, null, null);
    }

    static Unmatched checkpoint(ItemNo itemNo, CheckpointCode code) {
        return new Unmatched(Why.CHECKPOINT_NOT_ASSESSED, itemNo, code, null, null);
    }

    static Unmatched deduction(Why why, ItemNo itemNo, DeductionLine line) {
        return new Unmatched(
                why,
                itemNo,
                line.deduction().checkpoint(),
                line.deduction().points(),
                line.broughtBy().position());
    }
}
