package cn.dabiao.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

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
    void a_token_that_is_not_valid_yet_is_refused() throws JOSEException {
        refused(signed(claims().notBeforeTime(Date.from(Instant.now().plusSeconds(60))).build(), ourKey));
    }

    /** As the verifier would take it that lets a token say how it is to be verified. */
    @ParameterizedTest
    @ValueSource(strings = {"der", "pem", "jwk", "modulus"})
    void a_token_whose_secret_is_our_public_key_is_refused(String as) throws JOSEException {
        byte[] secret = switch (as) {
            case "der" -> ourKey.toRSAPublicKey().getEncoded();
            case "pem" -> ("-----BEGIN PUBLIC KEY-----\n"
                            + Base64.getMimeEncoder().encodeToString(ourKey.toRSAPublicKey().getEncoded())
                            + "\n-----END PUBLIC KEY-----\n").getBytes(StandardCharsets.US_ASCII);
            case "jwk" -> ourKey.toPublicJWK().toJSONString().getBytes(StandardCharsets.US_ASCII);
            default -> ourKey.getModulus().decode();
        };
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(ourKey.getKeyID()).build(), claims().build());
        token.sign(new MACSigner(secret));

        refused(token.serialize());
    }

    @Test
    void a_token_of_an_unknown_key_is_refused() throws JOSEException {
        refused(signed(claims().build(), new RSAKeyGenerator(2048).keyID("unknown").generate()));
    }

    /** A verifier that fetched or took the key from the token would find the signature to be good. */
    @Test
    void a_token_that_brings_its_own_key_or_says_where_it_is_is_refused_and_nothing_is_fetched() throws Exception {
        RSAKey foreign = new RSAKeyGenerator(2048).keyID("foreign").generate();
        AtomicInteger fetched = new AtomicInteger();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            fetched.incrementAndGet();
            byte[] keys = new JWKSet(foreign).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        elsewhere.start();
        try {
            URI there = URI.create("http://127.0.0.1:" + elsewhere.getAddress().getPort() + "/keys");
            for (JWSHeader.Builder header : List.of(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).jwkURL(there),
                    new JWSHeader.Builder(JWSAlgorithm.RS256).x509CertURL(there),
                    new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(foreign.toPublicJWK()))) {
                for (String keyId : List.of("foreign", ourKey.getKeyID())) {
                    SignedJWT token = new SignedJWT(header.keyID(keyId).build(), claims().build());
                    token.sign(new RSASSASigner(foreign));
                    refused(token.serialize());
                }
            }
        } finally {
            elsewhere.stop(0);
        }
        assertThat(fetched).hasValue(0);
    }

    @Test
    void a_token_that_lacks_a_claim_is_refused() throws JOSEException {
        for (JWTClaimsSet.Builder lacking : List.of(
                claims().subject(null),
                claims().issuer(null),
                claims().audience((String) null),
                claims().claim("roles", null),
                claims().claim("bureau", null),
                claims().claim("bureau", "灌南"),
                claims().claim("roles", List.of("SCHOOL")),
                claims().claim("roles", List.of("INSPECTOR")),
                claims().claim("roles", List.of("OPERATOR", "OFFICE")).claim("bureau", null))) {
            refused(signed(lacking.build(), ourKey));
        }
    }

    @Test
    void a_token_with_no_role_that_is_known_is_refused_and_one_with_another_beside_is_not() throws JOSEException {
        refused(signed(claims().claim("roles", List.of()).build(), ourKey));
        refused(signed(claims().claim("roles", List.of("office", "ADMIN", "ROLE_OFFICE")).build(), ourKey));

        String both = signed(claims().claim("roles", List.of("OFFICE", "PAYROLL")).build(), ourKey);
        assertThat(caller.getAs(both, PROBE).statusCode()).isEqualTo(200);
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
                .claim("bureau", "320724")
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
