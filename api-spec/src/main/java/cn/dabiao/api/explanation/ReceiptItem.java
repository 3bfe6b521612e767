package cn.dabiao.api.explanation;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.explanation.ItemChange;
import cn.dabiao.domain.explanation.ItemLine;
import cn.dabiao.domain.explanation.OpenedRound;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.standard.CategoryCode;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;

/**
 * An item on the receipt: {@code score} is {@code points} less {@code deducted}, and never below zero.
 *
 * @param deductions  every one that was ever made at it; the counted ones add up to {@code deducted}
 * @param floor       whether more was deducted than the item is worth
 * @param beyond      how much more: it took nothing from anything
 * @param score       null while the item has not been scored
 * @param carriedFrom the round that scored it last, when that is not the receipt's
 * @param changes     every event that said what it has, the oldest first; the last one counts
 */
public record ReceiptItem(
        ItemNo itemNo,
        CategoryCode category,
        Points points,
        List<ReceiptDeduction> deductions,
        List<Measurement> measurements,
        List<NotApplicable> notApplicable,
        Points deducted,
        boolean floor,
        Points beyond,
        @Nullable Points score,
        @Nullable Integer carriedFrom,
        List<ReceiptChange> changes) {

    static ReceiptItem of(ItemLine line, @Nullable OpenedRound round) {
        return new ReceiptItem(
                line.item().itemNo(),
                line.item().category(),
                line.item().points(),
                line.deductions().stream().map(ReceiptDeduction::of).toList(),
                found(line, ItemFindings::measurements, Measurement::checkpoint),
                found(line, ItemFindings::notApplicable, NotApplicable::checkpoint),
                line.deducted(),
                !line.beyond().equals(Points.ZERO),
                line.beyond(),
                line.score(),
                round == null ? null : line.carriedInto(round.round()),
                line.changes().stream().map(ReceiptChange::of).toList());
    }

    /** What stands at the checkpoints that the item has by the standard that is applied. */
    private static <T> List<T> found(
            ItemLine line, Function<ItemFindings, List<T>> part, Function<T, CheckpointCode> checkpoint) {
        return line.standing()
                .map(ItemChange::findings)
                .map(part)
                .orElse(List.of())
                .stream()
                .filter(it -> line.item().checkpoint(checkpoint.apply(it)).isPresent())
                .toList();
    }
}
