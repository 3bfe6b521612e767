package cn.dabiao.query.webhook;

import java.time.Duration;

/** How long a target is left alone that did not take what was sent. */
record Backoff(Duration first, Duration last) {

    private static final int DOUBLED_AT_MOST = 30;

    /**
     * @param failures in a row, from 1
     * @param chance   from 0 to 1: targets that failed together do not come back together
     */
    Duration after(int failures, double chance) {
        long doubled = first.toMillis() << Math.min(failures - 1, DOUBLED_AT_MOST);
        long capped = Math.min(doubled, last.toMillis());
        return Duration.ofMillis(Math.round(capped * (0.8 + 0.4 * chance)));
    }
}
