package cn.dabiao.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/** Beside the resolver of Spring Security, which says the same more slowly. */
class BearerTokensTest {

    private final BearerTokenResolver ours = new BearerTokens();
    private final BearerTokenResolver springs = new DefaultBearerTokenResolver();

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a", "bearer aZ9-._~+/==", "BEARER eyJ.eyJ.sig", "Bearer abc="})
    void takes_a_token_as_spring_does(String header) {
        assertThat(ours.resolve(with(header))).isEqualTo(springs.resolve(with(header))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic a", "", "Bea", "Token Bearer a", " Bearer a"})
    void sees_no_token_where_spring_sees_none(String header) {
        assertThat(ours.resolve(with(header))).isNull();
        assertThat(springs.resolve(with(header))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearera", "Bearer  a", "Bearer a b", "Bearer =", "Bearer a=b", "Bearer 令牌",
        "Bearer a,", "Bearer a "})
    void refuses_what_spring_refuses(String header) {
        assertThatThrownBy(() -> ours.resolve(with(header))).isInstanceOf(OAuth2AuthenticationException.class);
        assertThatThrownBy(() -> springs.resolve(with(header))).isInstanceOf(OAuth2AuthenticationException.class);
    }

    @Test
    void takes_a_token_from_the_header_alone() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setParameter("access_token", "a");

        assertThat(ours.resolve(request)).isNull();
    }

    private static MockHttpServletRequest with(String header) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Authorization", header);
        return request;
    }
}
