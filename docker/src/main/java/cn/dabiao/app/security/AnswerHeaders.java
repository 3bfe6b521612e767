package cn.dabiao.app.security;

import java.net.URI;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What every answer tells a browser. Spring Security's own stay: {@code nosniff}, no frames, {@code no-cache} where nothing
 * else was said, and {@code Strict-Transport-Security} whenever the request came by TLS.
 */
public final class AnswerHeaders {

    /** Of an answer that is data: should a browser take it for a page, it may do nothing. */
    static final String OF_DATA = "default-src 'none'; frame-ancestors 'none'";

    private static final String POLICY = "Content-Security-Policy";

    private AnswerHeaders() {}

    public static Customizer<HeadersConfigurer<HttpSecurity>> ofData() {
        return with(OF_DATA);
    }

    /**
     * Swagger UI loads scripts of its own alone. Its bundle writes {@code style} attributes and draws its icons from
     * {@code data:} addresses. It calls the API, and asks for tokens where it is told to.
     */
    static Customizer<HeadersConfigurer<HttpSecurity>> ofSwaggerUi(String tokenUrl) {
        return with("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                + "connect-src 'self'" + originOf(tokenUrl)
                + "; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    }

    /** For what is answered before any filter of Spring Security had its turn. */
    public static void on(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(POLICY, OF_DATA);
        response.setHeader("Referrer-Policy", ReferrerPolicy.NO_REFERRER.getPolicy());
    }

    private static Customizer<HeadersConfigurer<HttpSecurity>> with(String policy) {
        return headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
    }

    static String originOf(String url) {
        URI uri = URI.create(url);
        return uri.isAbsolute() ? " " + uri.getScheme() + "://" + uri.getRawAuthority() : "";
    }
}
