package cn.dabiao.query.workload;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Observations by their number, their sum and the sum of their squares; all of them exact.
 *
 * @param count how many
 */
record Sample(int count, BigDecimal sum, BigDecimal squares) {

    double mean() {
        return sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL64).doubleValue();
    }

    /** The unbiased variance of at least two: what is subtracted is exact, so nothing cancels out. */
    double variance() {
        BigDecimal n = BigDecimal.valueOf(count);
        BigDecimal deviations = squares.multiply(n).subtract(sum.multiply(sum));
        return deviations.divide(n.multiply(n.subtract(BigDecimal.ONE)), MathContext.DECIMAL64).doubleValue();
    }
}
