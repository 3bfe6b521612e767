package cn.dabiao.query.statistics;

import java.math.BigDecimal;

import cn.dabiao.domain.value.Points;

/** Points counted in halves: whole numbers, which add up exactly and fast. */
final class Halves {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Halves() {}

    static int of(Points points) {
        return points.value().multiply(TWO).intValueExact();
    }

    static Points points(int halves) {
        return new Points(points((long) halves));
    }

    /** A sum of points, which may be more than {@link Points} can be. */
    static BigDecimal points(long halves) {
        // A half is five tenths; whole points are told without them, as Points tells them.
        return halves % 2 == 0 ? BigDecimal.valueOf(halves / 2) : BigDecimal.valueOf(halves * 5, 1);
    }
}
