package cn.dabiao.app.limits;

import java.time.Duration;

/**
 * So many requests a second in the long run, and so many at once after a rest.
 *
 * @param perSecond 0 for as many as one likes
 */
record Rate(long perSecond, long burst) {

    Rate {
        if (perSecond < 0 || perSecond > 1_000_000) {
            throw new IllegalArgumentException("per-second must be 0 (no limit) to 1000000, not " + perSecond);
        }
        if (burst < Math.max(1, perSecond) || burst > 1_000_000_000) {
            throw new IllegalArgumentException(
                    "burst must be at least per-second (%d), and at least 1, not %d".formatted(perSecond, burst));
        }
    }

    boolean isNone() {
        return perSecond == 0;
    }

    /** After how long a rest there is the whole burst again. */
    Duration rest() {
        return Duration.ofSeconds(Math.ceilDiv(burst, perSecond));
    }
}
