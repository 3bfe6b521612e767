package cn.dabiao.app.observing;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When this process is ready.
 *
 * @param maxLag  how long ago the first event may have been recorded that a projection does not show yet
 * @param maxWait how long the database may take to answer; at least 250 ms
 */
@ConfigurationProperties("dabiao.health")
record HealthProperties(@DefaultValue("30s") Duration maxLag, @DefaultValue("2s") Duration maxWait) {

    HealthProperties {
        if (!maxLag.isPositive()) {
            throw new IllegalArgumentException("dabiao.health.max-lag must be longer than nothing, not " + maxLag);
        }
        if (maxWait.toMillis() < 250) {
            throw new IllegalArgumentException("dabiao.health.max-wait must be 250ms or longer, not " + maxWait);
        }
    }
}
