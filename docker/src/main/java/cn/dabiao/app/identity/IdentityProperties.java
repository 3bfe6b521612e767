package cn.dabiao.app.identity;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the embedded issuer.
 *
 * @param issuer   the {@code iss} of every token
 * @param tokenTtl how long a token is valid
 */
@ConfigurationProperties("dabiao.identity")
public record IdentityProperties(
        @DefaultValue("http://localhost:8080") String issuer, @DefaultValue("1h") Duration tokenTtl) {}
