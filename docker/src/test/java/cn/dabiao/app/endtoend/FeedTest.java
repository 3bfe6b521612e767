package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

@DabiaoTest
class FeedTest {

    private static final int CUTS = 60;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private Caller caller;

    @BeforeEach
    void caller() {
        caller = new Caller(port);
    }

    @Test
    void everybody_reads_their_own_part() {
        String school = "2132074501";
        String other = "2132074502";
        County county = new County(caller, "feed-parts").opened().withSchool(school).withSchool(other);
        long version = county.step("school-" + school, "PUT", county.assessment(school) + "/plan", County.PLAN);
        assertThat(version).isEqualTo(1);
        String shown = Long.toString(county.reached());

        JsonNode office = feed(county, "office", shown, "&school=" + school);
        assertThat(types(office)).containsExactly("school.SchoolRegistered", "assessment.PlanSubmitted");
        JsonNode plan = office.get("items").get(1);
        assertThat(plan.at("/data/leadingGroup/0/name").asString()).isEqualTo("张三");
        assertThat(plan.get("actor").asString()).isEqualTo("school-" + school);
        assertThat(plan.get("position").asLong()).isEqualTo(county.reached());
        assertThat(plan.get("leafHash").asString()).isEqualTo(Caller.json(county.as(
                        "office", "GET", "/ledger/events/" + shown, "")).get("leafHash").asString());
        assertThat(feed(county, "school-" + school, shown, "&types=assessment.PlanSubmitted").get("items"))
                .singleElement()
                .isEqualTo(plan);
        assertThat(types(feed(county, "school-" + other, shown, "&school=" + school))).isEmpty();
        assertThat(types(feed(county, "office-320723", shown, ""))).doesNotContain("assessment.PlanSubmitted");
        JsonNode analysts = feed(county, "analyst", shown, "&school=" + school);
        assertThat(types(analysts)).isEqualTo(types(office));
        assertThat(analysts.toString()).doesNotContain("张三", "李四", "0518-8322", "\"actor\"");
    }

    @Test
    void what_cannot_be_asked_is_told() throws IOException {
        County county = new County(caller, "feed-problems");
        BadInputTest.isProblem(county.as("office", "GET", "/feed?after=-2", ""), 400, "invalid-request");
        BadInputTest.isProblem(county.as("office", "GET", "/feed?types=no.Such", ""), 400, "invalid-request");
        BadInputTest.isProblem(county.as("office", "GET", "/feed?position=3", ""), 400, "invalid-request");
        BadInputTest.isProblem(county.as("operator", "GET", "/feed", ""), 403, "forbidden");
        BadInputTest.isProblem(
                county.as("office", "GET", "/feed", "", "Accept", "text/event-stream", "Last-Event-ID", "x"),
                400, "invalid-request");
        assertThat(caller.get("/api/v1/feed", "Accept", "text/event-stream").statusCode()).isEqualTo(401);
        String target = """
                {"webhookId": "inside", "url": "https://%s/in"}""";
        BadInputTest.isProblem(
                county.as("office", "POST", "/webhooks", target.formatted("169.254.169.254")), 400, "invalid-request");
        HttpResponse<String> refused = county.as("analyst", "POST", "/webhooks", target.formatted("localhost:8080"));
        assertThat(Caller.json(refused).at("/errors/0/field").asString()).isEqualTo("/url");
        assertThat(Caller.json(refused).at("/errors/0/rule").asString()).isEqualTo("webhook-address");
        BadInputTest.isProblem(
                county.as("leader", "POST", "/webhooks", target.formatted("example.org")), 403, "forbidden");
        BadInputTest.isProblem(county.as("office", "POST", "/webhooks/inside/pause", ""), 404, "not-found");
        assertThat(Caller.json(county.as("office", "GET", "/webhooks", "")).get("items")).isEmpty();
    }

    @Test
    void a_stream_that_is_cut_again_and_again_leaves_nothing_out_and_repeats_nothing() throws Exception {
        String school = "2132074503";
        County county = new County(caller, "feed-cuts").withSchool(school);
        long start = last();
        AtomicLong end = new AtomicLong(Long.MAX_VALUE);
        AtomicInteger cuts = new AtomicInteger();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Long>> office = readers.submit(reader("office", start, end::get, cuts, 1));
            Future<List<Long>> own = readers.submit(reader("school-" + school, start, end::get, cuts, 2));
            int writes = 0;
            while (cuts.get() < 2 * CUTS && writes < 2_000) {
                update(county, school, ++writes);
            }
            end.set(last());

            assertThat(office.get(60, TimeUnit.SECONDS)).isEqualTo(positions(start, "%"));
            assertThat(own.get(60, TimeUnit.SECONDS)).isEqualTo(positions(start, "school:" + school)).hasSize(writes);
        }
        assertThat(cuts).hasValueGreaterThanOrEqualTo(2 * CUTS);
    }

    @Test
    void a_thousand_idle_listeners_are_all_told_of_an_event_and_one_more_of_their_account_is_refused() throws Exception {
        int listeners = 1_000;
        String school = "2132074504";
        County county = new County(caller, "feed-thousand").withSchool(school);
        String start = Long.toString(last());
        String client = "school-" + school;
        String token = caller.tokenOf(client);
        CountDownLatch listening = new CountDownLatch(listeners);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Instant>> told = new ArrayList<>();
            for (int i = 0; i < listeners; i++) {
                told.add(readers.submit(() -> {
                    try (FeedSocket feed = new FeedSocket(port, token, start, "?school=" + school)) {
                        feed.await("retry");
                        listening.countDown();
                        feed.await("id: ");
                        return Instant.now();
                    }
                }));
            }
            assertThat(listening.await(60, TimeUnit.SECONDS)).isTrue();
            HttpResponse<String> oneMore = county.as(client, "GET", "/feed", "", "Accept", "text/event-stream");
            BadInputTest.isProblem(oneMore, 429, "too-many-own-listeners");
            assertThat(oneMore.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(Caller.json(oneMore).get("limit").asInt()).isEqualTo(listeners);
            Instant written = Instant.now();
            update(county, school, 1);
            for (Future<Instant> each : told) {
                assertThat(each.get(30, TimeUnit.SECONDS)).isBetween(written, written.plus(Duration.ofSeconds(15)));
            }
        }
    }

    /** Reads a little, is cut off, and comes back with what it has, until it has everything. */
    private Callable<List<Long>> reader(String client, long start, LongSupplier end, AtomicInteger cuts, long seed) {
        return () -> {
            Random random = new Random(seed);
            String token = caller.tokenOf(client);
            List<Long> received = new ArrayList<>();
            long last = start;
            while (last < end.getAsLong()) {
                try (FeedSocket feed = new FeedSocket(port, token, Long.toString(last), "")) {
                    for (String event : feed.read(1 + random.nextInt(4_000))) {
                        if (event.startsWith("id: ")) {
                            last = Long.parseLong(event.lines().findFirst().orElseThrow().substring(4));
                            received.add(last);
                        }
                    }
                }
                cuts.incrementAndGet();
            }
            return received;
        };
    }

    private static void update(County county, String school, int number) {
        String body = County.school(school)
                .replace("\"schoolCode\": \"" + school + "\", ", "")
                .replace("\"students\": 100", "\"students\": " + (100 + number));
        HttpResponse<String> updated =
                county.as("office", "PUT", "/schools/" + school, body, "If-Match", "\"" + number + "\"");
        assertThat(updated.statusCode()).as(updated.body()).isEqualTo(200);
    }

    private static JsonNode feed(County county, String client, String shown, String query) {
        HttpResponse<String> page = county.as(
                client, "GET", "/feed?limit=500" + query, "", "Dabiao-Min-Position", shown);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return Caller.json(page);
    }

    private static List<String> types(JsonNode page) {
        return page.get("items").valueStream().map(item -> item.get("type").asString()).toList();
    }

    private long last() {
        return jdbc.sql("SELECT max(position) FROM ledger.event").query(Long.class).single();
    }

    private List<Long> positions(long after, String stream) {
        return jdbc.sql("SELECT position FROM ledger.event WHERE position > :after AND stream_id LIKE :stream ORDER BY position")
                .param("after", after)
                .param("stream", stream)
                .query(Long.class)
                .list();
    }
}
