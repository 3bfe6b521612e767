package cn.dabiao.query.statistics;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.value.Mean;

/** Means and percentages of whole numbers: exact until they are rounded, which is once. */
final class Shares {

    /** In percent. */
    static final Mean ALL = new Mean(BigDecimal.valueOf(100));

    private Shares() {}

    /** The mean of points that were summed up in halves; null of none. */
    static @Nullable Mean mean(long halves, int count) {
        return Mean.of(Halves.points(halves), count).orElse(null);
    }

    /** So much of so much, in percent; null of nothing. */
    static @Nullable Mean percent(long part, int whole) {
        return Mean.of(BigDecimal.valueOf(part).movePointRight(2), whole).orElse(null);
    }

    static @Nullable Mean change(@Nullable Mean before, @Nullable Mean after) {
        return before == null || after == null ? null : after.minus(before);
    }
}
