package cn.dabiao.domain.scoring;

import java.math.BigDecimal;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** A measured figure: 0 to 1000000 with at most three decimals. */
public record MeasuredValue(BigDecimal value) implements SingleValue<BigDecimal> {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    public MeasuredValue {
        // Trailing zeros go, so that 8.0 and 8 are one value; an exponent never shows (toPlainString).
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.signum() < 0 || plain.compareTo(MOST) > 0 || plain.scale() > 3) {
            throw new InvalidValue(MeasuredValue.class, value);
        }
        value = plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
