package cn.dabiao.query.workload;

import java.math.BigDecimal;
import java.util.Optional;

import cn.dabiao.domain.value.Mean;
import cn.dabiao.domain.value.Points;

/**
 * Work, counted.
 *
 * @param deducted what was taken off at all items scored
 * @param squares  the same of each item squared, summed up
 * @param days     from the visits to the signatures, all together
 */
record Tally(
        int assigned, int open, int scored, BigDecimal deducted, BigDecimal squares, int signed, long days) {

    static final Tally NOTHING = new Tally(0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);
    static final Tally DRAWN = new Tally(1, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);
    static final Tally OPEN = new Tally(1, 1, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0);

    static Tally signed(long days) {
        return new Tally(1, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, 1, days);
    }

    static Tally scored(Points deducted) {
        BigDecimal points = deducted.value();
        return new Tally(0, 0, 1, points, points.multiply(points), 0, 0);
    }

    Tally plus(Tally other) {
        return new Tally(
                assigned + other.assigned,
                open + other.open,
                scored + other.scored,
                deducted.add(other.deducted),
                squares.add(other.squares),
                signed + other.signed,
                days + other.days);
    }

    /** The items that were scored and are not in this other, which is a part of them. */
    Sample without(Tally part) {
        return new Sample(
                scored - part.scored, deducted.subtract(part.deducted), squares.subtract(part.squares));
    }

    Sample sample() {
        return new Sample(scored, deducted, squares);
    }

    Optional<Mean> meanDeduction() {
        return Mean.of(deducted, scored);
    }

    Optional<Mean> daysToSign() {
        return Mean.of(BigDecimal.valueOf(days), signed);
    }
}
