package cn.dabiao.domain.standard;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * The threshold of a measurable checkpoint (RULES.md §2).
 *
 * @param atLeast the least value that meets it, in {@code unit}
 * @param by      the least second dimension of a resolution ("352*288"), null for everything with one dimension
 */
public record Measure(Quantity quantity, MeasureUnit unit, BigDecimal atLeast, @Nullable BigDecimal by) {

    /** Whether the measured value, with its second dimension where there is one, reaches the threshold. */
    public boolean isMetBy(BigDecimal value, @Nullable BigDecimal second) {
        if (value.compareTo(atLeast) < 0) {
            return false;
        }
        return by == null || (second != null && second.compareTo(by) >= 0);
    }
}
