package cn.dabiao.app.limits;

import java.util.Map;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What a bucket answers to one request.
 *
 * @param remaining how many more there may be at once
 * @param waitNanos until there may be one again; 0 if this one may be
 */
record Turn(LimitedBy by, Rate rate, boolean granted, long remaining, long waitNanos) {

    /** As draft-ietf-httpapi-ratelimit-headers-10 has it: to whom it matters, which is whoever has used up half. */
    void tell(HttpServletResponse response) {
        if (remaining >= rate.burst() / 2 || rate.isNone()) {
            return;
        }
        response.setHeader(
                "RateLimit-Policy", "\"" + by.policy() + "\";q=" + rate.burst() + ";w=" + rate.rest().toSeconds());
        response.setHeader("RateLimit", "\"" + by.policy() + "\";r=" + remaining + ";t=" + secondsToFull());
    }

    /** Whole seconds, and never 0: until then it is of no use to ask again. */
    long retryAfter() {
        return Math.max(1, Math.ceilDiv(waitNanos, 1_000_000_000L));
    }

    Map<String, ?> facts() {
        return Map.of(
                "limitedBy", by, "perSecond", rate.perSecond(), "burst", rate.burst(), "retryAfter", retryAfter());
    }

    private long secondsToFull() {
        return granted ? Math.ceilDiv(rate.burst() - remaining, rate.perSecond()) : retryAfter();
    }
}
