package cn.dabiao.app.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import io.micrometer.tracing.Tracer;
import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;
import cn.dabiao.app.endtoend.County;

@DabiaoTest
class FiguresTest {

    private static final String[] GROUPS = {"register", "assessment", "ranking", "history"};

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private Caller caller;
    private String operator;

    @BeforeEach
    void callAsOperator() {
        caller = new Caller(port);
        operator = caller.tokenOf("operator");
    }

    @Test
    void figures_are_for_the_operator_alone() {
        assertThat(caller.get("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(caller.getAs(caller.tokenOf("office"), "/actuator/prometheus").statusCode()).isEqualTo(403);
        assertThat(caller.getAs(operator, "/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(caller.getAs(operator, "/actuator/metrics").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_written_shows_in_the_ledgers_figures() {
        Scrape before = Scrape.as(operator, caller);
        long position = registered("2132074701");
        Scrape after = scrapedSince(position);

        for (String figure : new String[] {
            "dabiao_ledger_append_seconds_count{outcome=\"stored\"}", "dabiao_ledger_batch_units_sum",
            "dabiao_ledger_batch_events_sum", "dabiao_ledger_batch_events_count"
        }) {
            assertThat(after.figure(figure)).as(figure).isGreaterThan(before.figure(figure));
        }
        assertThat(after.figure("dabiao_ledger_append_seconds_sum{outcome=\"stored\"}")).isPositive();
        assertThat(after.has("dabiao_ledger_append_seconds_count{outcome=\"unknown\"}")).isTrue();
        assertThat(after.has("dabiao_ledger_waiting")).isTrue();
    }

    @Test
    void everybody_who_follows_the_ledger_has_a_lag_that_ends() {
        registered("2132074702");

        for (String group : GROUPS) {
            String label = "{group=\"" + group + "\"}";
            await(group).atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                Scrape scrape = Scrape.as(operator, caller);
                assertThat(scrape.has("dabiao_projection_lag_events" + label)).isTrue();
                assertThat(scrape.figure("dabiao_projection_lag_events" + label)).isZero();
                assertThat(scrape.figure("dabiao_projection_lag_seconds" + label)).isZero();
                assertThat(scrape.has("dabiao_projection_deadletters" + label)).isTrue();
            });
        }
    }

    @Test
    void a_refused_request_is_counted_under_its_type() {
        registered("2132074703");
        Scrape before = Scrape.as(operator, caller);
        HttpResponse<String> again = register("2132074703");
        HttpResponse<String> stranger = caller.get("/api/v1/schools");
        Scrape after = Scrape.as(operator, caller);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(stranger.statusCode()).isEqualTo(401);
        for (String refusal : new String[] {
            "{problem=\"already-exists\",status=\"409\"}", "{problem=\"unauthenticated\",status=\"401\"}"
        }) {
            String figure = "dabiao_refusals_total" + refusal;
            assertThat(after.figure(figure)).as(figure).isEqualTo(before.figure(figure) + 1);
        }
    }

    @Test
    void requests_and_the_pool_are_measured_by_what_comes_along() {
        registered("2132074704");

        assertThat(Scrape.as(operator, caller).text())
                .contains("http_server_requests_seconds_count{", "uri=\"/api/v1/schools\"", "hikaricp_connections{");
    }

    @Test
    void everybody_is_told_whether_we_are_well_and_the_operator_why() {
        JsonNode told = Caller.json(caller.get("/actuator/health/readiness"));
        JsonNode detailed = Caller.json(caller.getAs(operator, "/actuator/health/readiness"));
        JsonNode office = Caller.json(caller.getAs(caller.tokenOf("office"), "/actuator/health/readiness"));

        assertThat(told.propertyNames()).containsExactly("status");
        assertThat(office.propertyNames()).containsExactly("status");
        assertThat(detailed.at("/status").asString()).isEqualTo("UP");
        assertThat(detailed.at("/components/ledger/details/position").isNumber()).isTrue();
        assertThat(detailed.at("/components/projections/details/ranking").propertyNames())
                .containsExactlyInAnyOrder("behind", "seconds", "parked");
        assertThat(detailed.at("/components/readinessState/status").asString()).isEqualTo("UP");
    }

    @Test
    void nothing_is_traced_as_long_as_no_collector_is_named() {
        assertThat(context.getBeanNamesForType(Tracer.class)).isEmpty();
    }

    private Scrape scrapedSince(long position) {
        return await().atMost(Duration.ofSeconds(10)).until(
                () -> Scrape.as(operator, caller),
                it -> it.figure("dabiao_ledger_position") >= position);
    }

    private long registered(String school) {
        HttpResponse<String> answer = register(school);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Caller.json(answer).get("position").asLong();
    }

    private HttpResponse<String> register(String school) {
        return caller.call(
                caller.tokenOf("office"), "POST", "/api/v1/schools",
                County.school(school));
    }
}
