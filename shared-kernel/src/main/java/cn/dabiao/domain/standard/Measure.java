package cn.dabiao.domain.standard;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.scoring.MeasuredValue;

/**
 * The threshold of a measurable checkpoint (RULES.md §2).
 *
 * @param atLeast the least value that meets it, in {@code unit}
 * @param by      the least second dimension of a resolution ("352*288"), null for everything with one dimension
 */
public record Measure(
        Quantity quantity, MeasureUnit unit, MeasuredValue atLeast, @Nullable MeasuredValue by) {

    /** Whether the measured value, with its second dimension where there is one, reaches the threshold. */
    public boolean isMetBy(MeasuredValue value, @Nullable MeasuredValue second) {
        if (value.value().compareTo(atLeast.value()) < 0) {
            return false;
        }
        return by == null || (second != null && second.value().compareTo(by.value()) >= 0);
    }
}
