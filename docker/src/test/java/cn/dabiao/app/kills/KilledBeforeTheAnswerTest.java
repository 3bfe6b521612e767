package cn.dabiao.app.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import cn.dabiao.app.Caller;
import cn.dabiao.app.FreshDataDirectory;
import cn.dabiao.app.endtoend.County;
import cn.dabiao.app.postgres.ChildProcess;
import cn.dabiao.app.postgres.ServerProcess;

/** {@code kill -9} in the moment between the commit of a request's events and its answer. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("child processes")
class KilledBeforeTheAnswerTest {

    private static final String SCHOOL = "2132079081";
    private static final String EVENTS = "SELECT count(*) FROM ledger.event WHERE stream_id = 'school:" + SCHOOL + "'";
    private static final String ANSWERS = "SELECT count(*) FROM ledger.answer";

    private final Path data = FreshDataDirectory.create();

    @Test
    void what_was_committed_and_not_answered_is_done_once_and_answered_to_whoever_asks_again() throws Exception {
        try (ChildProcess first = ChildProcess.start(data).untilReady()) {
            lastWordsTakeAMinute();
            Caller caller = new Caller(first.port());
            String office = caller.tokenOf("office");
            CompletableFuture<HttpResponse<String>> answer =
                    CompletableFuture.supplyAsync(() -> register(caller, office));
            await("committed").atMost(Duration.ofSeconds(60)).until(() -> count(EVENTS) == 1 || answer.isDone());
            assertThat(answer).as("committed and not answered").isNotDone();

            first.process().destroyForcibly().waitFor();

            assertThatThrownBy(answer::join).as("nobody was answered").isNotNull();
        }
        try (ChildProcess second = ChildProcess.start(data).untilReady()) {
            execute("DROP FUNCTION public.last_words() CASCADE");
            assertThat(count(ANSWERS)).as("nothing is remembered but what stands with the events").isZero();
            Caller caller = new Caller(second.port());
            String office = caller.tokenOf("office");

            HttpResponse<String> again = register(caller, office);
            HttpResponse<String> onceMore = register(caller, office);

            assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
            assertThat(again.headers().firstValue("Idempotency-Replayed")).isEmpty();
            assertThat(Caller.json(again).get("version").asInt()).isEqualTo(1);
            assertThat(onceMore.headers().firstValue("Idempotency-Replayed")).hasValue("true");
            assertThat(onceMore.body()).isEqualTo(again.body());
            assertThat(count(EVENTS)).isEqualTo(1);
        }
    }

    private static HttpResponse<String> register(Caller caller, String office) {
        return caller.call(
                office, "POST", "/api/v1/schools", County.school(SCHOOL), "Idempotency-Key", "\"before-the-answer\"");
    }

    /** What is remembered of an answer is written between the commit and the answer. */
    private void lastWordsTakeAMinute() throws Exception {
        execute("CREATE FUNCTION public.last_words() RETURNS trigger LANGUAGE plpgsql AS "
                + "$$ BEGIN PERFORM pg_sleep(60); RETURN NEW; END $$");
        execute("CREATE TRIGGER last_words BEFORE INSERT ON ledger.answer "
                + "FOR EACH ROW EXECUTE FUNCTION public.last_words()");
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = ServerProcess.in(data).connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String sql) throws Exception {
        try (Connection connection = ServerProcess.in(data).connection();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
