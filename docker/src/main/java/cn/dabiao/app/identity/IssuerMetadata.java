package cn.dabiao.app.identity;

import java.util.List;
import java.util.Set;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadata;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationServerMetadataClaimNames;

/** Spring Security announces every endpoint it could serve; ours serves the token endpoint and the keys. */
final class IssuerMetadata {

    private static final Set<String> SERVED = Set.of(
            OAuth2AuthorizationServerMetadataClaimNames.ISSUER,
            OAuth2AuthorizationServerMetadataClaimNames.TOKEN_ENDPOINT,
            OAuth2AuthorizationServerMetadataClaimNames.JWKS_URI,
            // Spring refuses to build the document without these two.
            OAuth2AuthorizationServerMetadataClaimNames.RESPONSE_TYPES_SUPPORTED,
            OAuth2AuthorizationServerMetadataClaimNames.AUTHORIZATION_ENDPOINT);

    private IssuerMetadata() {}

    static void onlyWhatIsServed(OAuth2AuthorizationServerMetadata.Builder metadata) {
        metadata.claims(claims -> {
            claims.keySet().retainAll(SERVED);
            claims.put(
                    OAuth2AuthorizationServerMetadataClaimNames.GRANT_TYPES_SUPPORTED,
                    List.of(AuthorizationGrantType.CLIENT_CREDENTIALS.getValue()));
            claims.put(
                    OAuth2AuthorizationServerMetadataClaimNames.TOKEN_ENDPOINT_AUTH_METHODS_SUPPORTED,
                    List.of(
                            ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue(),
                            ClientAuthenticationMethod.CLIENT_SECRET_POST.getValue()));
        });
    }
}
