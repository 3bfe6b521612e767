package cn.dabiao.api.explanation;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.explanation.Band;
import cn.dabiao.domain.explanation.Counterfactual;
import cn.dabiao.domain.explanation.Receipt;
import cn.dabiao.domain.explanation.Unmatched;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.Points;

/**
 * The receipt by the standard of the campaign beside the counterfactual one.
 *
 * @param total      by the campaign's standard
 * @param grade      by the campaign's standard, before any determination; null while provisional
 * @param difference the counterfactual total less that total
 * @param unmatched  what has no counterpart in the other standard
 */
public record ReceiptComparison(
        StandardId standardId,
        Points total,
        @Nullable Grade grade,
        BigDecimal difference,
        List<ReceiptDifference> items,
        List<ReceiptUnmatched> unmatched) {

    /**
     * An item by both standards.
     *
     * @param actual     its score by the campaign's; null where that has no such item, or it was not scored
     * @param imagined   its score by the other one; null likewise
     * @param difference the one imagined less the actual one; null where one of them is
     */
    public record ReceiptDifference(
            ItemNo itemNo, @Nullable Points actual, @Nullable Points imagined, @Nullable BigDecimal difference) {

        static ReceiptDifference of(Counterfactual.Difference it) {
            Points actual = it.actual();
            Points imagined = it.imagined();
            BigDecimal difference = actual == null || imagined == null ? null : less(imagined, actual);
            return new ReceiptDifference(it.itemNo(), actual, imagined, difference);
        }
    }

    /** What one standard has and the other has not; with points and position when it is a deduction. */
    public record ReceiptUnmatched(
            Unmatched.Why why,
            ItemNo itemNo,
            @Nullable CheckpointCode checkpoint,
            @Nullable Points points,
            @Nullable Long position) {

        static ReceiptUnmatched of(Unmatched it) {
            return new ReceiptUnmatched(it.why(), it.itemNo(), it.checkpoint(), it.points(), it.position());
        }
    }

    static ReceiptComparison of(Counterfactual counterfactual) {
        Receipt actual = counterfactual.actual();
        return new ReceiptComparison(
                actual.standard().standardId(),
                actual.total(),
                actual.band().map(Band::grade).orElse(null),
                less(counterfactual.imagined().total(), actual.total()),
                counterfactual.differences().stream().map(ReceiptDifference::of).toList(),
                counterfactual.unmatched().stream().map(ReceiptUnmatched::of).toList());
    }

    private static BigDecimal less(Points one, Points other) {
        return one.value().subtract(other.value());
    }
}
