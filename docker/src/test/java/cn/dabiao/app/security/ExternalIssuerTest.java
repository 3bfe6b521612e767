package cn.dabiao.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** Where tokens come from elsewhere, the identities for trying out are not there at all. */
@DabiaoTest
@DirtiesContext
class ExternalIssuerTest {

    private static final RSAKey KEY = key();
    private static final HttpServer ISSUER = issuer();
    private static final String URI = "http://127.0.0.1:" + ISSUER.getAddress().getPort();

    @LocalServerPort
    private int port;

    private Caller caller = new Caller(0);

    @DynamicPropertySource
    static void tokensComeFromElsewhere(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", () -> URI);
    }

    @AfterAll
    static void stop() {
        ISSUER.stop(0);
    }

    @BeforeEach
    void callTheRunningServer() {
        caller = new Caller(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth2/token", "/oauth2/jwks", "/oauth2/authorize", "/.well-known/oauth-authorization-server",
        "/.well-known/openid-configuration"})
    void there_is_no_issuer_here(String path) {
        for (HttpResponse<String> answer : List.of(
                caller.get(path), caller.requestToken("office", "office"), caller.post(path, "grant_type=client_credentials"))) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(Caller.json(answer).get("type").asString()).endsWith("/nothing-there");
        }
    }

    @Test
    void there_are_no_demo_clients(@Autowired ApplicationContext context) {
        assertThat(context.getBeanProvider(RegisteredClientRepository.class)).isEmpty();
    }

    @Test
    void a_token_of_the_configured_issuer_opens_the_api_and_no_other_does() throws JOSEException {
        assertThat(status(token(URI, KEY))).isEqualTo(200);
        assertThat(status(token("http://localhost:8080", KEY))).isEqualTo(401);
        assertThat(status(token(URI, new RSAKeyGenerator(2048).keyID(KEY.getKeyID()).generate()))).isEqualTo(401);
    }

    private int status(String token) {
        return caller.getAs(token, "/api/v1/probe").statusCode();
    }

    private static String token(String issuer, RSAKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject("someone")
                        .audience("dabiao")
                        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                        .claim("roles", List.of("OFFICE"))
                        .claim("bureau", "320724")
                        .build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("elsewhere").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer issuer() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            String uri = "http://127.0.0.1:" + server.getAddress().getPort();
            answer(server, "/.well-known/openid-configuration", """
                    {"issuer": "%s", "jwks_uri": "%s/keys", "subject_types_supported": ["public"]}""".formatted(uri, uri));
            answer(server, "/keys", new JWKSet(KEY).toString());
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}
