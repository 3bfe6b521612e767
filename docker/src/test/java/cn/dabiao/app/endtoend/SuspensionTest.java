package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.boot.test.web.server.LocalServerPort;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** Whoever is off duty, or has ceased to be, is not served within a minute, however long the token is good. Mostly waits. */
@DabiaoTest
@Execution(ExecutionMode.CONCURRENT)
class SuspensionTest {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final String REASON = "{\"reason\": \"接受调查期间\"}";

    @LocalServerPort
    private int port;

    private Caller caller;

    @BeforeEach
    void caller() {
        caller = new Caller(port);
    }

    @Test
    void a_suspended_inspector_is_refused_within_a_minute_and_served_again_when_reinstated() throws Exception {
        County county = new County(caller, "suspended").opened();
        String token = caller.tokenOf("inspector-" + county.inspector(1));
        String path = "/inspectors/" + county.inspector(1);
        assertThat(reads(token)).isEqualTo("200");
        try (FeedSocket feed = new FeedSocket(port, token, "-1", "?campaign=suspended")) {
            await().atMost(BOUND).until(() -> !feed.read(1 << 16).isEmpty());

            Instant since = Instant.now();
            county.step("office", "POST", path + "/suspension", REASON);
            await().atMost(BOUND).until(() -> reads(token).equals("403 inspector-is-suspended"));
            assertThat(Duration.between(since, Instant.now())).isLessThan(BOUND);
            HttpResponse<String> write = caller.call(token, "POST", "/api/v1" + path + "/recusals",
                    "{\"schoolCode\": \"2132077801\", \"reason\": \"配偶在该校任教\"}");
            BadInputTest.isProblem(write, 403, "inspector-is-suspended");
            assertThat(Caller.json(write).get("inspectorId").asString()).isEqualTo(county.inspector(1));
            assertThat(Caller.json(write).get("detail").asString()).contains("已被安稳办暂停");
            await().atMost(BOUND).until(() -> hasEnded(feed));
        }
        assertThat(reads(caller.tokenOf("inspector-" + county.inspector(1)))).as("a new token helps nothing")
                .isEqualTo("403 inspector-is-suspended");
        assertThat(reads(caller.tokenOf("inspector-" + county.inspector(2)))).isEqualTo("200");
        assertThat(reads(caller.tokenOf("office"))).isEqualTo("200");

        county.step("office", "POST", path + "/reinstatement", REASON);
        await().atMost(BOUND).until(() -> reads(token).equals("200"));
    }

    @Test
    void only_the_office_of_the_bureau_suspends_and_reinstates_and_each_once() {
        County county = new County(caller, "suspending").opened().withInspector(3).withSchool("2132077802");
        String path = "/inspectors/" + county.inspector(1);
        for (String other : new String[] {"leader", "auditor", "analyst", "operator", "inspector-" + county.inspector(2)}) {
            BadInputTest.isProblem(county.as(other, "POST", path + "/suspension", REASON), 403, "forbidden");
        }
        // Each bureau numbers its own: the other's office has none of that id.
        BadInputTest.isProblem(county.as("office-320723", "POST", path + "/suspension", REASON), 404, "not-found");
        BadInputTest.isProblem(county.as("office", "POST", path + "/suspension", "{}"), 400, "invalid-request");
        BadInputTest.isProblem(county.as("office", "POST", path + "/reinstatement", REASON), 409, "not-suspended");

        HttpResponse<String> suspended = county.as("office", "POST", path + "/suspension", REASON);
        assertThat(suspended.statusCode()).isEqualTo(200);
        BadInputTest.isProblem(county.as("office", "POST", path + "/suspension", REASON), 409, "already-suspended");
        assertThat(county.seen(suspended, path).hasNonNull("suspendedSince")).isTrue();

        county.accepted("2132077802");
        county.step("office", "POST", county.assessment("2132077802") + "/draws",
                "{\"count\": 2, \"seed\": \"duty\"}", "If-Match", "\"4\"");
        HttpResponse<String> drawn = county.as("office", "GET", county.assessment("2132077802") + "/draws/1/replay", "",
                "Dabiao-Min-Position", Long.toString(county.reached()));
        assertThat(drawn.body())
                .contains(county.inspector(2), county.inspector(3))
                .doesNotContain(county.inspector(1));

        HttpResponse<String> reinstated = county.as("office", "POST", path + "/reinstatement", REASON);
        assertThat(county.seen(reinstated, path).hasNonNull("suspendedSince")).isFalse();
    }

    @Test
    void a_school_that_has_ceased_is_served_until_nothing_of_it_runs_any_more() {
        String ended = "2132077803";
        String running = "2132077804";
        County county = new County(caller, "ceased").opened().withSchool(ended).withSchool(running);
        county.step("school-" + running, "PUT", county.assessment(running) + "/plan", County.PLAN);
        String endedToken = caller.tokenOf("school-" + ended);
        String runningToken = caller.tokenOf("school-" + running);
        assertThat(reads(endedToken)).isEqualTo("200");

        county.step("office", "POST", "/schools/" + ended + "/closure", REASON);
        county.step("office", "POST", "/schools/" + running + "/closure", REASON);
        await().atMost(BOUND).until(() -> reads(endedToken).equals("403 school-account-ended"));
        assertThat(reads(runningToken)).isEqualTo("200");

        county.step("office", "POST", "/campaigns/ceased/close", "{\"force\": true, \"reason\": \"该校已停办\"}",
                "If-Match", "\"1\"");
        await().atMost(BOUND).until(() -> reads(runningToken).equals("403 school-account-ended"));
    }

    private String reads(String token) {
        HttpResponse<String> answer = caller.getAs(token, "/api/v1/campaigns?limit=1");
        if (answer.statusCode() == 200) {
            return "200";
        }
        JsonNode problem = Caller.json(answer);
        return answer.statusCode() + " " + problem.get("type").asString().replaceFirst(".*/", "");
    }

    /** Whether the other end has closed the stream. */
    private static boolean hasEnded(FeedSocket feed) throws IOException {
        feed.read(1 << 16);
        return feed.hasEnded();
    }
}
