package cn.dabiao.domain.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * Points of a standard, of an item, or off an item: an exact decimal, a multiple of 0.5, from 0 to 1000
 * (RULES.md §3). Equal amounts are equal values: {@code 2.0} and {@code 2} are one.
 */
public record Points(BigDecimal value) implements SingleValue<BigDecimal>, Comparable<Points> {

    // Before ZERO, whose constructor needs them.
    private static final BigDecimal MOST = BigDecimal.valueOf(1000);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    public static final Points ZERO = new Points(BigDecimal.ZERO);
    public static final Points LARGEST = new Points(MOST);

    public Points {
        if (value.signum() < 0 || value.compareTo(MOST) > 0 || !isWhole(value.multiply(TWO))) {
            throw new InvalidValue(Points.class, value);
        }
        value = isWhole(value) ? value.setScale(0, RoundingMode.UNNECESSARY) : value.setScale(1, RoundingMode.UNNECESSARY);
    }

    public Points(String value) {
        this(decimal(value));
    }

    /** For amounts written in code, such as 2.5: halves are exact in binary, too. */
    public static Points of(double halves) {
        return new Points(BigDecimal.valueOf(halves));
    }

    public static Points sum(Collection<Points> parts) {
        return parts.stream().reduce(ZERO, Points::plus);
    }

    public Points plus(Points other) {
        return new Points(value.add(other.value));
    }

    /** This less the other, and never below zero: an item cannot lose more than it has (notice, remark 2). */
    public Points minusToZero(Points other) {
        return new Points(value.subtract(other.value).max(BigDecimal.ZERO));
    }

    public boolean isMultipleOf(Points step) {
        return step.value.signum() > 0 && value.remainder(step.value).signum() == 0;
    }

    public boolean atLeast(Points other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(Points other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private static BigDecimal decimal(String value) {
        try {
            return new BigDecimal(value);
        } catch (NumberFormatException e) {
            throw new InvalidValue(Points.class, value);
        }
    }
}
