package cn.dabiao.app;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings every part of the distribution shares.
 *
 * @param role    what this process runs
 * @param dataDir where the embedded defaults keep their state, relative to the working directory
 * @param bureau  six digits: the division code of the bureau that the demo identities belong to
 */
@ConfigurationProperties("dabiao")
public record DabiaoProperties(
        @DefaultValue("all") Role role, @DefaultValue("./.dabiao") Path dataDir, @DefaultValue("320724") String bureau) {

    public DabiaoProperties {
        if (!bureau.matches("[1-9]\\d{5}")) {
            throw new IllegalArgumentException("dabiao.bureau must be six digits, not '" + bureau + "'");
        }
    }
}
