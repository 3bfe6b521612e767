package cn.dabiao.query.reading;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of reads.
 *
 * @param maxWait how long a read waits for the position its caller asked for
 * @param atOnce  how many reads look at the database at a time; 0 for one more than there are processors
 */
@ConfigurationProperties("dabiao.reads")
public record ReadSettings(@DefaultValue("5s") Duration maxWait, @DefaultValue("0") int atOnce) {

    public ReadSettings {
        atOnce = atOnce > 0 ? atOnce : Runtime.getRuntime().availableProcessors() + 1;
    }
}
