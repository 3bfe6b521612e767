package cn.dabiao.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

@DabiaoTest
class AccessTest {

    private static final String PROBE = "/api/v1/probe";

    private final RSAKey ourKey;
    private Caller caller = new Caller(0);

    @LocalServerPort
    private int port;

    AccessTest(@Autowired JWKSource<SecurityContext> keys) throws JOSEException {
        this.ourKey = keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null).getFirst().toRSAKey();
    }

    @BeforeEach
    void callTheRunningServer() {
        caller = new Caller(port);
    }

    @Test
    void a_token_of_ours_opens_the_api() {
        JsonNode me = Caller.json(caller.getAs(caller.tokenOf("office-320723"), PROBE));

        assertThat(me.get("bureau").asString()).isEqualTo("320723");
    }

    @Test
    void a_self_made_token_with_our_key_is_as_good() throws JOSEException {
        assertThat(caller.getAs(signed(claims().build(), ourKey), PROBE).statusCode()).isEqualTo(200);
    }

    @Test
    void no_token_is_a_problem_in_chinese_with_a_challenge() {
        HttpResponse<String> response = caller.get(PROBE, "X-Request-Id", "r-1");

        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(v -> assertThat(v)
                .startsWith("Bearer"));
        JsonNode problem = problem(response, 401, "unauthenticated");
        assertThat(problem.get("title").asString()).isEqualTo("需要有效的令牌");
        assertThat(problem.get("instance").asString()).isEqualTo(PROBE);
        assertThat(problem.get("requestId").asString()).isEqualTo("r-1");
    }

    @Test
    void a_problem_is_in_english_on_request() {
        HttpResponse<String> response = caller.get(PROBE, "Accept-Language", "en-GB,en;q=0.9");

        assertThat(problem(response, 401, "unauthenticated").get("title").asString()).isEqualTo("A valid token is needed");
    }

    @Test
    void garbage_is_refused() {
        refused("x.y.z");
    }

    @Test
    void an_expired_token_is_refused() throws JOSEException {
        refused(signed(claims().expirationTime(Date.from(Instant.now().minusSeconds(60))).build(), ourKey));
    }

    @Test
    void a_token_that_never_expires_is_refused() throws JOSEException {
        refused(signed(claims().expirationTime(null).build(), ourKey));
    }

    @Test
    void a_token_without_signature_is_refused() {
        refused(new PlainJWT(claims().build()).serialize());
    }

    @Test
    void a_token_signed_with_a_foreign_key_is_refused() throws JOSEException {
        RSAKey foreign = new RSAKeyGenerator(2048).keyID(ourKey.getKeyID()).generate();

        refused(signed(claims().build(), foreign));
    }

    @Test
    void a_token_of_another_issuer_is_refused() throws JOSEException {
        refused(signed(claims().issuer("https://elsewhere.example").build(), ourKey));
    }

    @Test
    void a_token_for_another_audience_is_refused() throws JOSEException {
        refused(signed(claims().audience("another").build(), ourKey));
    }

    @Test
    void a_role_that_does_not_suffice_is_forbidden() {
        HttpResponse<String> response = caller.getAs(caller.tokenOf("office"), PROBE + "/leaders");

        problem(response, 403, "forbidden");
        assertThat(caller.getAs(caller.tokenOf("leader"), PROBE + "/leaders").statusCode()).isEqualTo(200);
    }

    @Test
    void an_unknown_path_of_the_api_is_404_for_who_may_ask_and_401_for_others() {
        assertThat(caller.getAs(caller.tokenOf("office"), "/api/v1/nothing").statusCode()).isEqualTo(404);
        problem(caller.get("/api/v1/nothing"), 401, "unauthenticated");
    }

    @Test
    void outside_the_api_there_is_nothing() {
        for (String path : new String[] {"/error", "/actuator/env", "/actuator", "/oauth2/authorize", "/login"}) {
            problem(caller.get(path), 404, "nothing-there");
        }
    }

    @Test
    void a_browser_at_the_root_is_led_to_the_contract() {
        HttpResponse<String> response = caller.get("/");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location")).hasValueSatisfying(
                location -> assertThat(location).endsWith("/swagger-ui.html"));
    }

    @Test
    void the_description_its_ui_and_the_health_are_public() {
        for (String path : new String[] {"/v3/api-docs", "/swagger-ui/index.html", "/actuator/health",
            "/actuator/health/readiness", "/.well-known/oauth-protected-resource"}) {
            assertThat(caller.get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void swagger_ui_is_told_where_tokens_are() {
        JsonNode flow = Caller.json(caller.get("/v3/api-docs")).at("/components/securitySchemes/oauth2/flows");

        assertThat(flow.at("/clientCredentials/tokenUrl").asString()).isEqualTo("/oauth2/token");
    }

    private void refused(String token) {
        HttpResponse<String> response = caller.getAs(token, PROBE);

        problem(response, 401, "unauthenticated");
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(v -> assertThat(v)
                .contains("invalid_token"));
    }

    private static JsonNode problem(HttpResponse<String> response, int status, String slug) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = Caller.json(response);
        assertThat(problem.get("type").asString()).isEqualTo("https://dabiao.cn/problems/" + slug);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        return problem;
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .claim("roles", List.of("OFFICE"))
                .issuer("http://localhost:8080")
                .subject("office")
                .audience("dabiao")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
