package cn.dabiao.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** Limits so narrow that they can be met: a node of its own. */
@DabiaoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = {
    "dabiao.limits.client.per-second=1", "dabiao.limits.client.burst=20",
    "dabiao.limits.bureau.per-second=1", "dabiao.limits.bureau.burst=30",
    "dabiao.limits.address.per-second=1", "dabiao.limits.address.burst=20",
    "dabiao.limits.max-body=10KB", "dabiao.limits.head-time=2s", "dabiao.limits.body-time=2s",
    "server.tomcat.connection-timeout=3s", "server.tomcat.keep-alive-timeout=2s"
})
class LimitsTest {

    @LocalServerPort
    private int port;

    private Caller caller = new Caller(0);
    private final Map<String, String> tokens = new HashMap<>();

    /** Before anything is refused. */
    @BeforeAll
    void tokens() {
        caller = new Caller(port);
        for (String client : List.of(
                "operator", "office-320701", "leader-320701", "office-320702", "office-320703", "office-320704", "office-320705")) {
            tokens.put(client, caller.tokenOf(client));
        }
    }

    @Test
    void an_account_that_asks_too_often_is_told_when_to_come_again() {
        String token = token("office-320702");
        HttpResponse<String> refused = untilRefused(token);

        isTooMany(refused, "CLIENT");
        assertThat(Caller.json(refused).get("burst").asInt()).isEqualTo(20);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("\"client\";q=20;w=20");
        assertThat(refused.headers().firstValue("RateLimit")).hasValue("\"client\";r=0;t=1");
        assertThat(Caller.json(refused).get("detail").asString()).contains("本账号", "20");
        assertThat(caller.get("/api/v1/ledger/key", "Authorization", "Bearer " + token, "Accept-Language", "en").body())
                .contains("Too many requests of this account");
        assertThat(caller.getAs(token("operator"), "/api/v1/ledger/key").statusCode()).as("another account").isEqualTo(200);
    }

    @Test
    void the_accounts_of_a_bureau_are_counted_together() {
        IntStream.range(0, 16).forEach(i -> caller.getAs(token("office-320701"), "/api/v1/schools"));
        HttpResponse<String> refused = untilRefused(token("leader-320701"));

        isTooMany(refused, "BUREAU");
        assertThat(refused.headers().firstValue("RateLimit-Policy")).hasValue("\"bureau\";q=30;w=30");
    }

    @Test
    void who_asks_for_tokens_too_often_is_told_so_by_its_address() {
        HttpResponse<String> refused = null;
        for (int i = 0; i < 60 && (refused == null || refused.statusCode() != 429); i++) {
            refused = caller.requestToken("nobody", "wrong");
        }
        isTooMany(Objects.requireNonNull(refused), "ADDRESS");
    }

    @Test
    void health_is_never_refused() {
        IntStream.range(0, 60).forEach(i ->
                assertThat(caller.get("/actuator/health/liveness").statusCode()).isEqualTo(200));
    }

    @Test
    void a_body_that_is_too_large_is_refused_whether_it_says_so_or_not() {
        String token = token("office-320703");
        String large = "{\"name\": \"" + "长".repeat(20_000) + "\"}";
        HttpResponse<String> said = caller.call(token, "POST", "/api/v1/campaigns", large);
        HttpResponse<String> chunked = caller.send(token, "/api/v1/campaigns", "application/json",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))));
        HttpResponse<String> small = caller.call(token, "POST", "/api/v1/campaigns", "{}");

        for (HttpResponse<String> refused : List.of(said, chunked)) {
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(413);
            assertThat(Caller.json(refused).get("type").asString()).endsWith("/content-too-large");
            assertThat(Caller.json(refused).get("limit").asLong()).isEqualTo(10_240);
        }
        assertThat(small.statusCode()).isEqualTo(400);
    }

    @Test
    void a_head_that_drips_is_broken_off() throws Exception {
        assertThat(secondsUntilClosed("GET / HTTP/1.1\r\nHost: localhost\r\nX-Drip: ", "a")).isLessThan(10);
    }

    @Test
    void a_body_that_drips_is_broken_off() throws Exception {
        String head = "PUT /api/v1/schools/2132075999 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + token("office-320704") + "\r\nIf-Match: \"1\"\r\nContent-Length: 5000\r\n\r\n{";
        assertThat(secondsUntilClosed(head, " ")).isLessThan(10);
    }

    @Test
    void a_body_of_which_nothing_more_comes_is_no_failure_of_ours() throws Exception {
        String answer = readAll("PUT /api/v1/schools/2132075999 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + token("office-320705") + "\r\nIf-Match: \"1\"\r\nContent-Length: 5000\r\n\r\n{");
        assertThat(answer).startsWith("HTTP/1.1 408").contains("https://dabiao.cn/problems/request-timeout");
    }

    @Test
    void silence_is_broken_off() throws Exception {
        assertThat(readAll("")).isEmpty();
        assertThat(readAll("GET / HTTP/1.1\r\nHost")).doesNotContain("HTTP/1.1 5");
        assertThat(readAll("GET /actuator/health/liveness HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .as("kept alive for a while").startsWith("HTTP/1.1 200");
    }

    private String token(String client) {
        return Objects.requireNonNull(tokens.get(client));
    }

    private HttpResponse<String> untilRefused(String token) {
        for (int i = 0; i < 60; i++) {
            HttpResponse<String> response = caller.getAs(token, "/api/v1/schools");
            if (response.statusCode() == 429) {
                return response;
            }
            assertThat(response.statusCode()).isEqualTo(200);
        }
        throw new AssertionError("never refused");
    }

    private static void isTooMany(HttpResponse<String> response, String whose) {
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(Caller.json(response).get("type").asString()).isEqualTo("https://dabiao.cn/problems/too-many-requests");
        assertThat(Caller.json(response).get("limitedBy").asString()).isEqualTo(whose);
    }

    /** Sends a byte every 300 ms, which is enough for every time-out between two of them. */
    private double secondsUntilClosed(String beginning, String drop) throws Exception {
        long began = System.nanoTime();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 100; i++) {
                Thread.sleep(300);
                socket.getOutputStream().write(drop.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            return (System.nanoTime() - began) / 1e9;
        }
        throw new AssertionError("still open");
    }

    private String readAll(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
