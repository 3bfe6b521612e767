package cn.dabiao.domain.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/** A mean, or the difference of two: to two decimals, halves rounded up, from -1000 to 100,000. */
public record Mean(BigDecimal value) implements SingleValue<BigDecimal> {

    // Before anything that makes one: the constructor needs them.
    private static final BigDecimal LEAST = BigDecimal.valueOf(-1000);
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000);
    private static final int DECIMALS = 2;

    public Mean {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.compareTo(LEAST) < 0 || plain.compareTo(MOST) > 0 || plain.scale() > DECIMALS) {
            throw new InvalidValue(Mean.class, value);
        }
        value = plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** Of so many that together are {@code sum}; nothing of none. */
    public static Optional<Mean> of(BigDecimal sum, int count) {
        return count == 0
                ? Optional.empty()
                : Optional.of(new Mean(sum.divide(BigDecimal.valueOf(count), DECIMALS, RoundingMode.HALF_UP)));
    }

    public Mean minus(Mean other) {
        return new Mean(value.subtract(other.value));
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
