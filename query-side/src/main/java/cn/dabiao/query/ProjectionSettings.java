package cn.dabiao.query;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of projections.
 *
 * @param segments into how many parts the work of each group is cut, which threads and nodes share: 1 to 64
 */
@ConfigurationProperties("dabiao.projections")
public record ProjectionSettings(@DefaultValue("1") int segments) {

    private static final int MOST = 64;

    public ProjectionSettings {
        if (segments < 1 || segments > MOST) {
            throw new IllegalArgumentException(
                    "dabiao.projections.segments is %d, and has to be 1 to %d".formatted(segments, MOST));
        }
    }
}
