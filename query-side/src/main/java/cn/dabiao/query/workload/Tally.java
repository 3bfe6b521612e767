package cn.dabiao.query.workload;

import java.math.BigDecimal;
import java.util.Optional;

import cn.dabiao.domain.value.Mean;
import cn.dabiao.domain.value.Points;

/**
 * Work, counted.
 *
 * @param deducted what was taken off at all items scored
 * @param days     from the visits to the signatures, all together
 */
record Tally(int assigned, int open, int scored, BigDecimal deducted, int signed, long days) {

    static final Tally NOTHING = new Tally(0, 0, 0, BigDecimal.ZERO, 0, 0);
    static final Tally DRAWN = new Tally(1, 0, 0, BigDecimal.ZERO, 0, 0);
    static final Tally OPEN = new Tally(1, 1, 0, BigDecimal.ZERO, 0, 0);

    static Tally signed(long days) {
        return new Tally(1, 0, 0, BigDecimal.ZERO, 1, days);
    }

    static Tally scored(Points deducted) {
        return new Tally(0, 0, 1, deducted.value(), 0, 0);
    }

    Tally plus(Tally other) {
        return new Tally(
                assigned + other.assigned,
                open + other.open,
                scored + other.scored,
                deducted.add(other.deducted),
                signed + other.signed,
                days + other.days);
    }

    Optional<Mean> meanDeduction() {
        return Mean.of(deducted, scored);
    }

    Optional<Mean> daysToSign() {
        return Mean.of(BigDecimal.valueOf(days), signed);
    }
}
