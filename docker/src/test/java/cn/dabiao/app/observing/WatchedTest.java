package cn.dabiao.app.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import com.sun.net.httpserver.HttpServer;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;
import cn.dabiao.app.endtoend.County;

/** A node as it is run for a bureau: watched on a port of its own, with a collector of traces and a limit of its lag. */
@DabiaoTest
@DirtiesContext
@TestPropertySource(properties = {
    "management.server.port=0",
    "management.server.address=127.0.0.1",
    "management.opentelemetry.tracing.export.schedule-delay=100ms",
    "dabiao.health.max-lag=1s"
})
class WatchedTest {

    private static final String READINESS = "/actuator/health/readiness";
    private static final Queue<byte[]> SENT = new ConcurrentLinkedQueue<>();
    private static final HttpServer COLLECTOR = collector();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private DataSource database;

    private Caller caller;
    private Caller watcher;

    @DynamicPropertySource
    static void nameTheCollector(DynamicPropertyRegistry properties) {
        properties.add(
                Collector.ENDPOINT, () -> "http://127.0.0.1:" + COLLECTOR.getAddress().getPort() + "/v1/traces");
    }

    @BeforeEach
    void call() {
        caller = new Caller(port);
        watcher = new Caller(managementPort);
    }

    @Test
    void on_a_port_of_their_own_figures_need_no_token_and_elsewhere_there_are_none() {
        assertThat(Scrape.of(watcher.get("/actuator/prometheus")).has("dabiao_ledger_position")).isTrue();
        assertThat(watcher.get(READINESS).statusCode()).isEqualTo(200);
        assertThat(watcher.get("/actuator/env").statusCode()).isEqualTo(404);
        assertThat(caller.get("/actuator/prometheus").statusCode()).isEqualTo(404);
    }

    @Test
    void who_is_further_behind_than_the_limit_is_not_ready_until_it_has_caught_up() throws Exception {
        try (Connection other = database.getConnection(); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT 1 FROM view.token_entry WHERE processor_name = 'ranking' FOR UPDATE");
            register("2132074711");

            await().atMost(Duration.ofSeconds(20)).until(() -> watcher.get(READINESS).statusCode() == 503);
            assertThat(watcher.get(READINESS).headers().firstValue("Retry-After")).hasValue("2");
            assertThat(watcher.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
            assertThat(Scrape.of(watcher.get("/actuator/prometheus"))
                            .figure("dabiao_projection_lag_seconds{group=\"ranking\"}"))
                    .isGreaterThan(1);
            assertThat(Caller.json(watcher.getAs(caller.tokenOf("operator"), "/actuator/health"))
                            .at("/components/projections/status").asString())
                    .isEqualTo("OUT_OF_SERVICE");
            other.rollback();
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> watcher.get(READINESS).statusCode() == 200);
    }

    @Test
    void a_trace_that_a_caller_began_goes_on_here_and_is_sent_to_the_collector_and_not_stored() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        HttpResponse<String> written =
                register("2132074712", "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(SENT)
                .map(sent -> new String(sent, StandardCharsets.ISO_8859_1))
                .anyMatch(sent -> sent.contains("/api/v1/schools"))
                .anyMatch(sent -> sent.contains("CommandBus"))
                .anyMatch(sent -> sent.contains(new String(HexFormat.of().parseHex(trace), StandardCharsets.ISO_8859_1))));
        HttpResponse<String> event = caller.getAs(
                caller.tokenOf("auditor"), "/api/v1/ledger/events/" + Caller.json(written).get("position").asLong());
        assertThat(event.statusCode()).as(event.body()).isEqualTo(200);
        assertThat(new String(
                        Base64.getDecoder().decode(Caller.json(event).get("metadata").asString()),
                        StandardCharsets.UTF_8))
                .contains("requestId")
                .doesNotContain("traceparent");
    }

    private HttpResponse<String> register(String school, String... headers) {
        HttpResponse<String> answer =
                caller.call(caller.tokenOf("office"), "POST", "/api/v1/schools", County.school(school), headers);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer;
    }

    /** Takes traces as any collector would, by OTLP over HTTP, and keeps their bytes. */
    private static HttpServer collector() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/v1/traces", exchange -> {
                SENT.add(exchange.getRequestBody().readAllBytes());
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
