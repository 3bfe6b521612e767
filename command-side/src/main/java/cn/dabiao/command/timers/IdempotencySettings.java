package cn.dabiao.command.timers;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How requests with a key are remembered.
 *
 * @param keep how long a request that is sent again is known; afterwards its key is as good as new
 */
@ConfigurationProperties("dabiao.idempotency")
record IdempotencySettings(@DefaultValue("7d") Duration keep) {

    IdempotencySettings {
        if (!keep.isPositive()) {
            throw new IllegalArgumentException("dabiao.idempotency.keep must be longer than nothing, not " + keep);
        }
    }
}
