package cn.dabiao.domain.campaign;

import java.math.BigDecimal;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** The weight of the result in the annual safety evaluation: 0 to 1 with at most four decimals (RULES.md §4.13). */
public record Weight(BigDecimal value) implements SingleValue<BigDecimal> {

    public Weight {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.signum() < 0 || plain.compareTo(BigDecimal.ONE) > 0 || plain.scale() > 4) {
            throw new InvalidValue(Weight.class, value);
        }
        value = plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
