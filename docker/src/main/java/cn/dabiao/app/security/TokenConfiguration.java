package cn.dabiao.app.security;

import java.time.Duration;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.util.StringUtils;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import cn.dabiao.app.identity.EmbeddedIssuer;
import cn.dabiao.app.identity.IdentityProperties;
import cn.dabiao.app.start.StartRefused;

/** How tokens are verified. With an external issuer Boot makes the decoder and picks up {@link TokenRules}. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    private static final Duration SKEW = Duration.ofSeconds(30);

    @Bean
    OAuth2TokenValidator<Jwt> tokenRules(AccessProperties properties, Environment environment) {
        if (!EmbeddedIssuer.isActive(environment)
                && !StringUtils.hasText(
                        environment.getProperty("spring.security.oauth2.resourceserver.jwt.issuer-uri"))) {
            throw new StartRefused(
                    "spring.security.oauth2.resourceserver.jwt.jwk-set-uri is set without issuer-uri: the issuer of "
                            + "a token could not be checked.",
                    "Set spring.security.oauth2.resourceserver.jwt.issuer-uri as well.");
        }
        return new DelegatingOAuth2TokenValidator<>(
                new TokenRules(properties.audience()), new JwtTimestampValidator(SKEW));
    }

    /** Whichever decoder there is: ours, or the one that Boot makes for an external issuer. */
    @Bean
    static BeanPostProcessor rememberedTokens(ObjectProvider<OAuth2TokenValidator<Jwt>> tokenRules) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JwtDecoder decoder ? new RememberedTokens(decoder, tokenRules.getObject()) : bean;
            }
        };
    }

    /** Verifies with the keys in memory: the process must not call itself while it starts. */
    @Bean
    @Conditional(EmbeddedIssuer.class)
    JwtDecoder embeddedIssuerDecoder(
            JWKSource<SecurityContext> keys, OAuth2TokenValidator<Jwt> tokenRules, IdentityProperties issuer) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(tokenRules, new JwtIssuerValidator(issuer.issuer())));
        return decoder;
    }
}
