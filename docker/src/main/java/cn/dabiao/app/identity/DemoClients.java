package cn.dabiao.app.identity;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Computes a client from its id. */
final class DemoClients implements RegisteredClientRepository {

    private final String defaultBureau;
    private final IdentityProperties properties;
    private final RegisteredPeople people;

    DemoClients(String defaultBureau, IdentityProperties properties, RegisteredPeople people) {
        this.defaultBureau = defaultBureau;
        this.properties = properties;
        this.people = people;
    }

    Optional<DemoIdentity> identity(String clientId) {
        return DemoIdentity.of(clientId, defaultBureau, people);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return identity(clientId).map(identity -> client(clientId)).orElse(null);
    }

    private RegisteredClient client(String clientId) {
        return RegisteredClient.withId(clientId)
                .clientId(clientId)
                .clientSecret(clientId)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(properties.tokenTtl())
                        .accessTokenFormat(OAuth2TokenFormat.SELF_CONTAINED)
                        .build())
                .build();
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("demo clients are computed, not kept");
    }
}
