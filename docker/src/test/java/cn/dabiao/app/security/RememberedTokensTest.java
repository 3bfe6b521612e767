package cn.dabiao.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

class RememberedTokensTest {

    private static final Instant NOW = Instant.parse("2018-04-10T02:00:00Z");

    private final AtomicInteger checked = new AtomicInteger();
    private final JwtTimestampValidator times = new JwtTimestampValidator(Duration.ZERO);
    private final RememberedTokens tokens = new RememberedTokens(this::checked, times);

    private Jwt checked(String token) {
        checked.incrementAndGet();
        if (!token.startsWith("good")) {
            throw new BadJwtException("the signature is not the issuer's");
        }
        return Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("office")
                .issuedAt(NOW)
                .expiresAt(NOW.plusSeconds(600))
                .build();
    }

    @Test
    void a_signature_is_checked_once_for_many_requests() {
        at(NOW);
        Jwt first = tokens.decode("good");
        assertThat(tokens.decode("good")).isSameAs(first);
        assertThat(tokens.decode("good too")).isNotSameAs(first);
        assertThat(checked).hasValue(2);
    }

    @Test
    void a_remembered_token_expires_like_any_other() {
        at(NOW);
        tokens.decode("good");
        at(NOW.plusSeconds(601));
        assertThatThrownBy(() -> tokens.decode("good")).isInstanceOf(JwtValidationException.class);
    }

    @Test
    void a_bad_token_is_checked_again_each_time() {
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode("bad")).isInstanceOf(BadJwtException.class);
        assertThat(checked).hasValue(2);
    }

    private void at(Instant now) {
        times.setClock(Clock.fixed(now, ZoneOffset.UTC));
    }
}
