package cn.dabiao.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * The product's clock, which ticks and can be set forward; never back, for what has happened has happened. Tokens and
 * checkpoints keep the machine's time.
 */
public final class TravellingClock extends Clock {

    private final AtomicReference<Duration> ahead;
    private final Clock clock;

    private TravellingClock(Clock clock, AtomicReference<Duration> ahead) {
        this.clock = clock;
        this.ahead = ahead;
    }

    public LocalDate today(ZoneId zone) {
        return LocalDate.ofInstant(instant(), zone);
    }

    /** To the first moment of a day. */
    public void travelTo(LocalDate day, ZoneId zone) {
        Duration further = Duration.between(instant(), day.atStartOfDay(zone).toInstant());
        if (further.isNegative()) {
            throw new IllegalArgumentException(day + " is in the past");
        }
        ahead.accumulateAndGet(further, Duration::plus);
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new TravellingClock(clock.withZone(zone), ahead);
    }

    /** In place of the product's own. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Configuration {

        @Bean
        @Primary
        TravellingClock travellingClock(Clock clock) {
            return new TravellingClock(clock, new AtomicReference<>(Duration.ZERO));
        }
    }
}
