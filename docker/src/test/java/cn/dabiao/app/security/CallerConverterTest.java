package cn.dabiao.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

class CallerConverterTest {

    private static final CallerConverter OF_A_FOREIGN_ISSUER = new CallerConverter(
            new AccessProperties.ClaimNames("realm_access.roles", "org", "school", "inspector"));

    @Test
    void roles_may_be_nested_and_claims_renamed() {
        JwtAuthenticationToken caller = callerWith(
                Map.of("realm_access", Map.of("roles", List.of("OFFICE", "LEADER")), "org", "320724"));

        assertThat(caller.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactly("ROLE_OFFICE", "ROLE_LEADER");
        assertThat(caller.getToken().getClaimAsString("bureau")).isEqualTo("320724");
    }

    @Test
    void a_claim_under_a_name_that_is_not_configured_counts_for_nothing() {
        JwtAuthenticationToken caller = callerWith(Map.of("roles", List.of("OFFICE"), "bureau", "320724"));

        assertThat(caller.getAuthorities()).isEmpty();
        assertThat(caller.getToken().hasClaim("bureau")).isFalse();
    }

    @Test
    void roles_may_be_one_text() {
        assertThat(callerWith(Map.of("realm_access.roles", "OFFICE LEADER")).getAuthorities()).hasSize(2);
    }

    private static JwtAuthenticationToken callerWith(Map<String, Object> claims) {
        return OF_A_FOREIGN_ISSUER.convert(Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .subject("someone")
                .claims(all -> all.putAll(claims))
                .build());
    }
}
