package cn.dabiao.app.security;

import java.time.Duration;

import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidationException;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Remembers for a minute which tokens had a good signature: to check it is a third of what a read costs, and a front end
 * sends the same token with every request. What time may change, whether a token has expired, is asked each time. A key
 * that its issuer has withdrawn is trusted for a minute at most after the decoder has heard of it.
 */
final class RememberedTokens implements JwtDecoder {

    static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final JwtDecoder decoder;
    private final OAuth2TokenValidator<Jwt> rules;
    private final Cache<String, Jwt> good =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /**
     * @param decoder checks signatures and all rules
     * @param rules   those of them that a token may come to break
     */
    RememberedTokens(JwtDecoder decoder, OAuth2TokenValidator<Jwt> rules) {
        this.decoder = decoder;
        this.rules = rules;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = good.getIfPresent(token);
        if (known == null) {
            Jwt decoded = decoder.decode(token);
            good.put(token, decoded);
            return decoded;
        }
        OAuth2TokenValidatorResult result = rules.validate(known);
        if (result.hasErrors()) {
            good.invalidate(token);
            throw new JwtValidationException("The token is not valid any more", result.getErrors());
        }
        return known;
    }
}
