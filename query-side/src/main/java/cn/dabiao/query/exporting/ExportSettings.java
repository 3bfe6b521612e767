package cn.dabiao.query.exporting;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of exports.
 *
 * @param concurrent  how many a node makes at once: each holds a connection to the database as long as it lasts
 * @param maxDuration how long one may last; after it the connection to its caller is broken off
 */
@ConfigurationProperties("dabiao.exports")
public record ExportSettings(@DefaultValue("4") int concurrent, @DefaultValue("5m") Duration maxDuration) {

    public ExportSettings {
        if (concurrent < 1 || !maxDuration.isPositive()) {
            throw new IllegalArgumentException("dabiao.exports.concurrent and dabiao.exports.max-duration must be above 0");
        }
    }
}
