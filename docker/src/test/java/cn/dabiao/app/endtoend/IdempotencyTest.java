package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;

/** Requests with an Idempotency-Key that are sent more than once. */
@DabiaoTest
class IdempotencyTest {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String HEADER =
            "学校标识码,学校名称,办学性质,学校类别,乡镇,学生数,教职工数,专任教师数,校长,校长电话,分管副校长,分管副校长电话\r\n";
    private static final String ROW = "%s,虚构小学,民办,小学,新安镇,100,10,8,张三,13800000001,李四,0518-83223456\r\n";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private FlywayConnectionDetails embedded;

    @Autowired
    private JdbcConnectionDetails application;

    private Caller caller;
    private County county;

    @BeforeEach
    void callers() {
        caller = new Caller(port);
        county = new County(caller, "idempotency");
    }

    @Test
    void fifty_identical_requests_at_once_have_one_effect_and_one_answer() throws Exception {
        String body = County.school("2132079001");
        county.as("office", "GET", "/schools", "");
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> sent = IntStream.range(0, 50)
                    .mapToObj(_ -> callers.submit(() -> {
                        start.await();
                        return county.as("office", "POST", "/schools", body, KEY, "\"fifty\"");
                    }))
                    .toList();
            start.countDown();

            HttpResponse<String> first = sent.getFirst().get();
            int replayed = 0;
            for (Future<HttpResponse<String>> each : sent) {
                HttpResponse<String> answer = each.get();
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                assertThat(answer.body()).isEqualTo(first.body());
                for (String header : List.of("ETag", "Location", "Dabiao-Position", "Content-Type")) {
                    assertThat(answer.headers().allValues(header)).as(header).hasSize(1)
                            .isEqualTo(first.headers().allValues(header));
                }
                replayed += answer.headers().firstValue(REPLAYED).isPresent() ? 1 : 0;
            }
            assertThat(replayed).isEqualTo(49);
        }
        assertThat(events("school:2132079001")).isEqualTo(1);
    }

    @Test
    void a_request_sent_again_is_answered_as_at_first_though_things_have_moved_on() {
        String path = "/schools/2132079002";
        county.withSchool("2132079002");
        String first = change("第一");

        HttpResponse<String> done = county.as("office", "PUT", path, first, "If-Match", "\"1\"", KEY, "\"moved\"");
        county.step("office", "PUT", path, change("第二"), "If-Match", "\"2\"");
        // Whoever asks again may have looked in between.
        HttpResponse<String> again = county.as("office", "PUT", path, first, "If-Match", "\"3\"", KEY, "moved");

        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(done.headers().firstValue(REPLAYED)).isEmpty();
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(done.body());
        assertThat(again.headers().firstValue(REPLAYED)).as("with quotes or without it is one key").hasValue("true");
        assertThat(again.headers().firstValue("ETag")).hasValue("\"2\"");
        assertThat(events("school:2132079002")).isEqualTo(3);
        assertThat(Caller.json(county.as("office", "GET", path, "", "Dabiao-Min-Position", Long.toString(county.reached())))
                        .get("name").asString())
                .isEqualTo("第二");
    }

    @Test
    void something_else_under_the_same_key_is_refused() {
        String body = County.school("2132079003");
        assertThat(county.as("office", "POST", "/schools", body, KEY, "k-3").statusCode()).isEqualTo(201);

        String other = County.school("2132079004");
        HttpResponse<String> refused = county.as("office", "POST", "/schools", other, KEY, "k-3");
        BadInputTest.isProblem(refused, 422, "idempotency-key-reused");
        assertThat(Caller.json(refused).get("key").asString()).isEqualTo("k-3");
        BadInputTest.isProblem(
                county.as("office", "POST", "/schools/2132079003/closure", body, KEY, "k-3"), 422, "idempotency-key-reused");
        BadInputTest.isProblem(
                county.as("office", "PUT", "/schools/2132079003", body, KEY, "k-3"), 422, "idempotency-key-reused");
        String file = HEADER + ROW.formatted("2132079004");
        assertThat(imported(file, "?dryRun=true", "k-4").statusCode()).isEqualTo(200);
        BadInputTest.isProblem(imported(file, "?dryRun=false", "k-4"), 422, "idempotency-key-reused");

        assertThat(events("school:2132079004")).isZero();
        assertThat(events("school:2132079003")).isEqualTo(1);
    }

    @Test
    void the_same_key_of_another_caller_is_another_key() {
        county.withSchool("2132079005").withSchool("2132079006").opened();
        for (String school : List.of("2132079005", "2132079006")) {
            HttpResponse<String> filed =
                    county.as("school-" + school, "PUT", county.assessment(school) + "/plan", County.PLAN, KEY, "mine");
            assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
            assertThat(filed.headers().firstValue(REPLAYED)).isEmpty();
            assertThat(events("assessment:idempotency:" + school)).isEqualTo(1);
        }
    }

    @Test
    void a_refusal_had_no_effect_and_is_not_remembered() {
        String path = "/schools/2132079007";
        county.withSchool("2132079007");
        String body = change("改名");

        BadInputTest.isProblem(county.as("office", "PUT", path, body, KEY, "k-7"), 428, "version-required");
        BadInputTest.isProblem(
                county.as("office", "PUT", path, "{}", "If-Match", "\"1\"", KEY, "k-7"), 400, "invalid-request");
        HttpResponse<String> done = county.as("office", "PUT", path, body, "If-Match", "\"1\"", KEY, "k-7");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(done.headers().firstValue(REPLAYED)).isEmpty();
    }

    @Test
    void who_may_not_is_told_before_anything_is_looked_up() {
        BadInputTest.isProblem(
                county.as("analyst", "POST", "/schools", County.school("2132079008"), KEY, "\"\""), 403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"open", "\"a\"b"})
    void what_is_no_key_is_told(String key) {
        BadInputTest.isProblem(
                county.as("office", "POST", "/schools", County.school("2132079009"), KEY, key),
                400, "idempotency-key-invalid");
    }

    @Test
    void a_key_is_given_once_and_has_255_characters_at_most() {
        String body = County.school("2132079010");
        BadInputTest.isProblem(
                county.as("office", "POST", "/schools", body, KEY, "a", KEY, "b"), 400, "idempotency-key-invalid");
        BadInputTest.isProblem(
                county.as("office", "POST", "/schools", body, KEY, "k".repeat(256)), 400, "idempotency-key-invalid");
        HttpResponse<String> done =
                county.as("office", "POST", "/schools", body, KEY, "\"" + "k".repeat(254) + "\\\"\";note=1");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(201);
    }

    /** As after a crash between the commit and the answer: what stands with the events is all that is left. */
    @ParameterizedTest
    @CsvSource({"2132079011, false", "2132079012, true"})
    void what_was_done_and_not_answered_is_answered_from_the_ledger(String school, boolean movedOn) {
        String key = "\"lost-" + school + "\"";
        County own = new County(caller, "lost-" + school).opened();
        String path = own.assessment(school);
        String account = "school-" + school;
        HttpResponse<String> registered = own.as("office", "POST", "/schools", County.school(school), KEY, key);
        HttpResponse<String> filed = own.as(account, "PUT", path + "/plan", County.PLAN, KEY, key);
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(201);
        HttpResponse<String> renamed =
                own.as("office", "PUT", "/schools/" + school, change("改名"), "If-Match", "\"1\"", KEY, key + ";2");
        BadInputTest.isProblem(renamed, 422, "idempotency-key-reused");
        renamed = own.as("office", "PUT", "/schools/" + school, change("改名"), "If-Match", "\"1\"", KEY, "r" + school);
        if (movedOn) {
            own.step(account, "PUT", path + "/plan", County.PLAN, "If-Match", "\"1\"");
            own.step("office", "PUT", "/schools/" + school, change("再改"), "If-Match", "\"2\"");
        }
        long size = size();
        forgetAnswers();

        HttpResponse<String> registeredAgain = own.as("office", "POST", "/schools", County.school(school), KEY, key);
        HttpResponse<String> filedAgain = own.as(account, "PUT", path + "/plan", County.PLAN, KEY, key);
        HttpResponse<String> renamedAgain =
                own.as("office", "PUT", "/schools/" + school, change("改名"), "If-Match", "\"1\"", KEY, "r" + school);
        BadInputTest.isProblem(
                own.as("office", "POST", "/schools/" + school + "/closure", "{\"reason\": \"停办\"}", KEY, "r" + school),
                422, "idempotency-key-reused");

        assertThat(List.of(registeredAgain.body(), filedAgain.body(), renamedAgain.body()))
                .containsExactly(registered.body(), filed.body(), renamed.body());
        assertThat(filedAgain.headers().firstValue("ETag")).isEqualTo(filed.headers().firstValue("ETag"));
        assertThat(filedAgain.headers().firstValue(REPLAYED)).isEmpty();
        assertThat(own.as(account, "PUT", path + "/plan", County.PLAN, KEY, key).headers().firstValue(REPLAYED))
                .hasValue("true");
        assertThat(size()).as("nothing is done twice").isEqualTo(size);
    }

    @Test
    void an_import_is_done_once_and_goes_on_where_it_was_broken_off() {
        String file = HEADER + ROW.formatted("2132079013") + ROW.formatted("2132079014");
        HttpResponse<String> imported = imported(file, "", "import");
        assertThat(Caller.json(imported).get("register").asInt()).as(imported.body()).isEqualTo(2);
        assertThat(imported(file, "", "import").body()).isEqualTo(imported.body());
    }

    @Test
    void an_import_that_was_broken_off_goes_on_where_it_was() throws SQLException {
        String file = HEADER + ROW.formatted("2132079015") + ROW.formatted("2132079016");
        asSuperuser("CREATE FUNCTION public.break_off() RETURNS trigger LANGUAGE plpgsql AS "
                + "$$ BEGIN RAISE EXCEPTION 'broken off' USING ERRCODE = '23514'; END $$");
        asSuperuser("CREATE TRIGGER break_off BEFORE INSERT ON ledger.event FOR EACH ROW "
                + "WHEN (NEW.stream_id = 'school:2132079016') EXECUTE FUNCTION public.break_off()");
        try {
            BadInputTest.isProblem(imported(file, "", "broken"), 503, "unavailable");
        } finally {
            asSuperuser("DROP FUNCTION public.break_off() CASCADE");
        }
        // Whether the first row was written before the second failed, nobody knows; the same request ends it either way.
        long before = events("school:2132079015");

        HttpResponse<String> again = imported(file, "", "broken");

        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        assertThat(Caller.json(again).get("register").asLong()).isEqualTo(2 - before);
        assertThat(Caller.json(again).get("unchanged").asLong()).isEqualTo(before);
        assertThat(imported(file, "", "broken").body()).isEqualTo(again.body());
        assertThat(events("school:2132079015") + events("school:2132079016")).isEqualTo(2);
        assertThat(database.sql("SELECT ordinal FROM ledger.idempotency WHERE key = 'broken' ORDER BY ordinal")
                        .query(Integer.class)
                        .list())
                .as("each row is a command of its own")
                .containsExactly(0, 1);
    }

    @Test
    void an_answer_that_names_persons_is_given_up_when_somebody_is_erased_and_the_erasure_is_done_once() {
        String school = "2132079097";
        assertThat(imported(HEADER + ROW.formatted(school), "", "persons-before").statusCode()).isEqualTo(200);
        String file = HEADER + ROW.formatted(school).replace("13800000001", "13900000009");
        HttpResponse<String> moved = imported(file, "?reason=" + encoded("换号"), "persons-moved");
        assertThat(moved.body()).contains("13800000001", "13900000009");
        String erasure = "{\"name\": \"张三\", \"reason\": \"本人书面申请\"}";
        String path = "/schools/" + school + "/erasures";
        HttpResponse<String> other = county.as("office", "POST", "/schools", County.school("2132079098"), KEY, "persons-other");

        HttpResponse<String> erased = county.as("office", "POST", path, erasure, KEY, "persons-erased");
        assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);
        long size = size();

        HttpResponse<String> again = imported(file, "?reason=" + encoded("换号"), "persons-moved");
        assertThat(again.headers().firstValue(REPLAYED)).isEmpty();
        assertThat(county.as("office", "POST", "/schools", County.school("2132079098"), KEY, "persons-other").body())
                .as("others are kept")
                .isEqualTo(other.body());
        forgetAnswers();
        assertThat(county.as("office", "POST", path, erasure, KEY, "persons-erased").body())
                .as("as after a crash between the erasure and its answer")
                .isEqualTo(erased.body());
        BadInputTest.isProblem(county.as("office", "POST", path, erasure, KEY, "persons-another"), 404, "not-found");
        assertThat(size()).isEqualTo(size);
    }

    @Test
    void a_body_that_is_longer_than_any_is_refused_as_ever() {
        BadInputTest.isProblem(imported(" ".repeat((8 << 20) + 1), "", "long"), 413, "file-too-large");
    }

    /** The first is held up when all is done but its answer, until that cannot be remembered after all. */
    @Test
    void whoever_asks_again_too_early_waits_and_is_told_to_come_back() throws Exception {
        String body = County.school("2132079018");
        asSuperuser("CREATE FUNCTION public.hold_up() RETURNS trigger LANGUAGE plpgsql AS "
                + "$$ BEGIN PERFORM pg_sleep(120); RETURN NEW; END $$");
        asSuperuser("CREATE TRIGGER hold_up BEFORE INSERT ON ledger.answer FOR EACH ROW "
                + "WHEN (NEW.key = 'held up') EXECUTE FUNCTION public.hold_up()");
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(
                () -> county.as("office", "POST", "/schools", body, KEY, "\"held up\""));
        await().atMost(Duration.ofSeconds(60)).until(() -> events("school:2132079018") == 1);

        HttpResponse<String> early = county.as("office", "POST", "/schools", body, KEY, "\"held up\"");
        asSuperuser("SELECT pg_cancel_backend(pid) FROM pg_stat_activity "
                + "WHERE query LIKE 'INSERT INTO ledger.answer%' AND state = 'active'");
        assertThat(first.join().statusCode()).as("it is answered all the same").isEqualTo(201);
        asSuperuser("DROP FUNCTION public.hold_up() CASCADE");

        BadInputTest.isProblem(early, 409, "idempotency-key-in-use");
        assertThat(early.headers().firstValue("Retry-After")).isPresent();
        HttpResponse<String> again = county.as("office", "POST", "/schools", body, KEY, "\"held up\"");
        assertThat(again.headers().firstValue(REPLAYED)).isEmpty();
        assertThat(again.body()).isEqualTo(first.join().body());
        assertThat(events("school:2132079018")).isEqualTo(1);
    }

    @Test
    void a_form_is_the_same_whatever_stands_between_its_parts() {
        String part = "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n%2$s\r\n--%1$s--\r\n";
        String file = HEADER + ROW.formatted("2132079017");
        HttpResponse<String> first = form("x", part.formatted("x", file));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);

        HttpResponse<String> again = form("another", part.formatted("another", file));
        assertThat(again.headers().firstValue(REPLAYED)).hasValue("true");
        assertThat(again.body()).isEqualTo(first.body());
        BadInputTest.isProblem(
                form("x", part.formatted("x", file.replace("虚构小学", "虚构中学"))), 422, "idempotency-key-reused");
    }

    @Test
    void what_writes_no_event_is_done_once_too() {
        String target =
                """
                {"webhookId": "once", "url": "https://1.0.0.1/", "filter": {"types": ["campaign.CampaignClosed"],
                 "campaign": "there-is-none"}}""";
        HttpResponse<String> created = county.as("office-320723", "POST", "/webhooks", target, KEY, "hook");
        try {
            assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
            HttpResponse<String> again = county.as("office-320723", "POST", "/webhooks", target, KEY, "hook");
            assertThat(again.body()).isEqualTo(created.body());
            assertThat(database.sql("SELECT body FROM ledger.answer WHERE key = 'hook'").query(byte[].class).list())
                    .as("what is kept is sealed")
                    .isNotEmpty()
                    .noneMatch(body -> new String(body, StandardCharsets.ISO_8859_1).contains("whsec_"));

            JsonNode secret = secret("rotated");
            assertThat(secret("rotated")).isEqualTo(secret);
            assertThat(secret("rotated again")).isNotEqualTo(secret);
        } finally {
            county.as("office-320723", "DELETE", "/webhooks/once", "");
        }
    }

    @Test
    void what_is_too_old_is_forgotten_by_the_scheduler_that_is_there() {
        database.sql(
                        """
                        INSERT INTO ledger.answer (caller, key, fingerprint, status, headers, body, stored_at)
                        SELECT '', 'k' || days, '', 200, '{}', '', now() - days * interval '1 day'
                          FROM unnest(ARRAY[6, 8]) AS days
                        """)
                .update();
        // It is due once an hour; a test has not got so long.
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            database.sql(
                            """
                            UPDATE timer.scheduled_task
                               SET execution_time = now()
                             WHERE task_name = 'forget-requests' AND NOT picked
                            """)
                    .update();
            assertThat(database.sql("SELECT key FROM ledger.answer WHERE caller = ''").query(String.class).list())
                    .containsExactly("k6");
        });
    }

    @Test
    void a_key_on_what_changes_nothing_means_nothing() {
        HttpResponse<String> read = county.as("office", "GET", "/schools", "", KEY, "\"\"");
        assertThat(read.statusCode()).isEqualTo(200);
    }

    private JsonNode secret(String key) {
        HttpResponse<String> rotated = county.as("office-320723", "POST", "/webhooks/once/secret", "", KEY, key);
        assertThat(rotated.statusCode()).as(rotated.body()).isEqualTo(200);
        return Caller.json(rotated).get("secret");
    }

    private HttpResponse<String> imported(String file, String query, String key) {
        return caller.send(
                caller.tokenOf("office"), "/api/v1/schools/import" + query, "text/csv", BodyPublishers.ofString(file), KEY, key);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> form(String boundary, String body) {
        return caller.send(
                caller.tokenOf("office"), "/api/v1/schools/import", "multipart/form-data; boundary=" + boundary,
                BodyPublishers.ofString(body), KEY, "form");
    }

    private void asSuperuser(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        application.getJdbcUrl(), "postgres", embedded.getPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void forgetAnswers() {
        database.sql("DELETE FROM ledger.answer").update();
    }

    private long events(String stream) {
        return database.sql("SELECT count(*) FROM ledger.event WHERE stream_id = :stream")
                .param("stream", stream)
                .query(Long.class)
                .single();
    }

    private long size() {
        return database.sql("SELECT size FROM ledger.head").query(Long.class).single();
    }

    /** The school of {@link County#school} under another name, as a change of it. */
    private static String change(String name) {
        return County.school("2132079000")
                .replace("\"schoolCode\": \"2132079000\",", "\"reason\": \"更名\",")
                .replace("测试小学", name);
    }
}
