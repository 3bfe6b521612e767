package cn.dabiao.domain.campaign;

import java.math.BigDecimal;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.SingleValue;

/**
 * What a result contributes to the annual safety evaluation: 0 to 1000 points with at most five decimals, the exact
 * product of {@link Points} and a {@link Weight}.
 */
public record Contribution(BigDecimal value) implements SingleValue<BigDecimal> {

    public static final Contribution NONE = new Contribution(BigDecimal.ZERO);

    private static final int DECIMALS = 5;

    public Contribution {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (plain.signum() < 0 || plain.compareTo(Points.LARGEST.value()) > 0 || plain.scale() > DECIMALS) {
            throw new InvalidValue(Contribution.class, value);
        }
        value = plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    static Contribution of(Points total, Weight weight) {
        return new Contribution(total.value().multiply(weight.value()));
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }
}
