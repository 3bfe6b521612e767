package cn.dabiao.app;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One clock for both sides: what is decided, what the calendar brings about, and what is shown as of today agree. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    /** In the microseconds that the ledger keeps. Tokens have a clock of their own, which no test can set. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }
}
