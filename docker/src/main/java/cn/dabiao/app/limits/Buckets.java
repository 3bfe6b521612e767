package cn.dabiao.app.limits;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;

/**
 * A bucket of tokens for each account, bureau or address. One that has rested long enough to be full is forgotten; of too
 * many at once those are that asked longest ago.
 */
final class Buckets {

    private final LimitedBy by;
    private final Rate rate;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    Buckets(LimitedBy by, Rate rate, int remembered, TimeMeter time) {
        this.by = by;
        this.rate = rate;
        this.time = time;
        Ticker ticker = time::currentTimeNanos;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterAccess(rate.isNone() ? Duration.ofSeconds(1) : rate.rest())
                .ticker(ticker)
                .build();
    }

    /** Takes one token, if there is one; from a rate without a limit nothing is taken. */
    Turn take(String whose) {
        if (rate.isNone()) {
            return new Turn(by, rate, true, Long.MAX_VALUE, 0);
        }
        ConsumptionProbe probe = buckets.get(whose, this::full).tryConsumeAndReturnRemaining(1);
        return new Turn(by, rate, probe.isConsumed(), probe.getRemainingTokens(), probe.getNanosToWaitForRefill());
    }

    /** Gives a token back that was taken for what was then not done. */
    void giveBack(String whose) {
        Bucket bucket = buckets.getIfPresent(whose);
        if (bucket != null) {
            bucket.addTokens(1);
        }
    }

    long remembered() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket full(String whose) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }
}
