package cn.dabiao.app.identity;

import java.util.List;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;

import cn.dabiao.app.DabiaoProperties;
import cn.dabiao.app.data.DataDirectory;
import cn.dabiao.app.observing.RefusedLogins;
import cn.dabiao.app.security.AnswerHeaders;

/** Spring Security's authorization server, cut down to its token endpoint, its keys and its metadata. */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedIssuer.class)
class EmbeddedIssuerConfiguration {

    @Bean
    static LoopbackOnly loopbackOnly(Environment environment) {
        return new LoopbackOnly(environment);
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(DataDirectory data) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.loadOrCreate(data)));
    }

    @Bean
    @Fallback
    RegisteredPeople nobodyRegistered() {
        return NobodyRegistered.INSTANCE;
    }

    @Bean
    DemoClients demoClients(
            DabiaoProperties dabiao, IdentityProperties properties, RegisteredPeople people) {
        return new DemoClients(dabiao.bureau(), properties, people);
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IdentityProperties properties) {
        return AuthorizationServerSettings.builder().issuer(properties.issuer()).build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> demoClaims(
            DemoClients clients, @Value("${dabiao.security.audience}") String audience) {
        return token -> clients.identity(token.getRegisteredClient().getClientId())
                .ifPresent(identity -> token.getClaims()
                        .audience(List.of(audience))
                        .claims(claims -> claims.putAll(identity.claims())));
    }

    @Bean
    @Order(1)
    SecurityFilterChain issuerSecurity(HttpSecurity http, DemoClients clients, RefusedLogins refused) {
        OAuthErrors errors = new OAuthErrors(refused);
        return http.securityMatcher("/oauth2/token", "/oauth2/jwks", "/.well-known/oauth-authorization-server")
                .oauth2AuthorizationServer(server -> server.registeredClientRepository(clients)
                        .authorizationService(ForgetfulAuthorizations.INSTANCE)
                        .clientAuthentication(client -> client.errorResponseHandler(errors)
                                .authenticationProviders(EmbeddedIssuerConfiguration::compareSecretsAsTheyAre))
                        .authorizationServerMetadataEndpoint(metadata -> metadata
                                .authorizationServerMetadataCustomizer(IssuerMetadata::onlyWhatIsServed))
                        .tokenEndpoint(token -> token.errorResponseHandler(errors)))
                .headers(AnswerHeaders.ofData())
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(errors))
                .build();
    }

    private static void compareSecretsAsTheyAre(List<AuthenticationProvider> providers) {
        for (AuthenticationProvider provider : providers) {
            if (provider instanceof ClientSecretAuthenticationProvider secrets) {
                secrets.setPasswordEncoder(SecretEqualsId.INSTANCE);
            }
        }
    }
}
