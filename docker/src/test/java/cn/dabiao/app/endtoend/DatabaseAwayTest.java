package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import cn.dabiao.app.Caller;
import cn.dabiao.app.DabiaoTest;
import cn.dabiao.app.data.DataDirectory;
import cn.dabiao.app.postgres.ServerProcess;

/** The server is killed, and cannot be started for as long as its configuration is hidden from it. */
@DabiaoTest
class DatabaseAwayTest {

    private static final String OPENED = "2132072491";
    private static final String NEW = "2132072492";
    /** The pool's patience, and some for a busy machine. */
    private static final Duration BOUND = Duration.ofSeconds(12);

    @LocalServerPort
    private int port;

    @Autowired
    private DataDirectory data;

    private Caller caller;
    private County county;

    @BeforeEach
    void openCounty() {
        caller = new Caller(port);
        county = new County(caller, "away").opened().withSchool(OPENED).withSchool(NEW);
    }

    @Test
    void while_the_database_is_away_every_answer_is_503_in_time_and_once_it_is_back_everything_goes_on() throws Exception {
        county.step("school-" + OPENED, "PUT", county.assessment(OPENED) + "/plan", County.PLAN);
        county.as("school-" + NEW, "GET", county.assessment(NEW), "");
        ServerProcess killed = ServerProcess.in(data.path());
        Path configuration = data.path().resolve("postgres/postgresql.conf");
        Path hidden = configuration.resolveSibling("postgresql.conf.hidden");
        Files.move(configuration, hidden);
        try {
            killed.kill();
            askedAtOnce().forEach((what, answer) -> {
                assertThat(answer.statusCode()).as(what + ": " + answer.body()).isEqualTo(503);
                if (!what.endsWith("health")) {
                    BadInputTest.isProblem(answer, 503, "unavailable");
                    assertThat(answer.headers().firstValue("Retry-After")).as(what).hasValue("2");
                }
            });
            assertThat(caller.get("/actuator/health/liveness").statusCode()).as("nobody restarts us for it").isEqualTo(200);
        } finally {
            Files.move(hidden, configuration);
        }
        killed.successor();

        assertThat(written(OPENED, "If-Match", "\"1\"")).as("nothing of the first try is stored").isEqualTo(2);
        assertThat(written(NEW)).isEqualTo(1);
        assertThat(caller.tokenOf("school-" + NEW)).isNotEmpty();
        for (String health : List.of("/actuator/health", "/actuator/health/readiness")) {
            await(health).ignoreExceptions().until(() -> caller.get(health).statusCode() == 200);
        }
    }

    /** Every way to the database: a write to a stream that is there, one that opens a stream, reads, a token, health. */
    private Map<String, HttpResponse<String>> askedAtOnce() throws Exception {
        Map<String, Callable<HttpResponse<String>>> questions = new LinkedHashMap<>();
        questions.put("write", () -> plan(OPENED, "If-Match", "\"1\""));
        questions.put("opening write", () -> plan(NEW));
        questions.put("registration", () -> county.as("office", "POST", "/schools", County.school("2132072493")));
        questions.put("read", () -> county.as("office", "GET", county.assessment(OPENED), ""));
        questions.put("list", () -> county.as("office", "GET", "/campaigns/away/ranking", ""));
        questions.put("waiting read",
                () -> county.as("office", "GET", county.assessment(OPENED), "", "Dabiao-Min-Position", "1"));
        questions.put("token", () -> caller.requestToken("school-" + OPENED, "school-" + OPENED));
        questions.put("health", () -> caller.get("/actuator/health"));
        questions.put("readiness, part of health", () -> caller.get("/actuator/health/readiness"));
        Map<String, HttpResponse<String>> answers = new LinkedHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<String, Future<HttpResponse<String>>> asked = new LinkedHashMap<>();
            long begun = System.nanoTime();
            questions.forEach((what, question) -> asked.put(what, threads.submit(question)));
            for (Map.Entry<String, Future<HttpResponse<String>>> each : asked.entrySet()) {
                answers.put(each.getKey(), each.getValue().get());
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
        }
        return answers;
    }

    private HttpResponse<String> plan(String school, String... headers) {
        return county.as("school-" + school, "PUT", county.assessment(school) + "/plan", County.PLAN, headers);
    }

    /** Writes as a client does that is told to come again, and reads what it wrote; answers the version. */
    private long written(String school, String... headers) {
        HttpResponse<String> answer = await("written").atMost(Duration.ofSeconds(30))
                .until(() -> plan(school, headers), it -> it.statusCode() != 503);
        assertThat(answer.statusCode() / 100).as(answer.body()).isEqualTo(2);
        String position = Caller.json(answer).get("position").asString();
        HttpResponse<String> shown = await("projections go on").atMost(Duration.ofSeconds(60)).until(
                () -> county.as("office", "GET", county.assessment(school), "", "Dabiao-Min-Position", position),
                it -> it.statusCode() == 200);
        assertThat(Caller.json(shown).get("version")).isEqualTo(Caller.json(answer).get("version"));
        return Caller.json(answer).get("version").asLong();
    }
}
