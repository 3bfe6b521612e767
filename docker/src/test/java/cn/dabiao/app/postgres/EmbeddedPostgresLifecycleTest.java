package cn.dabiao.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import cn.dabiao.app.FreshDataDirectory;

/** The real thing in processes of its own, killed and started again. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("child processes")
class EmbeddedPostgresLifecycleTest {

    private final Path data = FreshDataDirectory.create();

    @Test
    void data_outlives_kill_9_and_the_orphaned_server_is_replaced() throws Exception {
        final ServerProcess orphan;
        try (ChildProcess first = ChildProcess.start(data).untilReady()) {
            execute("CREATE TABLE kept AS SELECT 'still here' AS word");
            orphan = ServerProcess.in(data);
            first.process().destroyForcibly().waitFor();
        }
        assertThat(orphan.isAlive()).as("a killed JVM cannot stop its server").isTrue();

        final ServerProcess successor;
        try (ChildProcess second = ChildProcess.start(data).untilReady()) {
            successor = ServerProcess.in(data);
            assertThat(second.output()).contains("Stopping the PostgreSQL that an earlier process left running");
            await("the orphan is gone").until(() -> !orphan.isAlive());
            assertThat(execute("SELECT word FROM kept")).isEqualTo("still here");
        }
        // pg_ctl returns as soon as the server has given up its pid file, a moment before the process is gone.
        await("SIGTERM takes the server along").until(() -> !successor.isAlive());
    }

    @Test
    void a_second_process_is_refused_and_the_first_lives_on() throws Exception {
        try (ChildProcess first = ChildProcess.start(data).untilReady();
                ChildProcess second = ChildProcess.start(data)) {
            assertThat(second.untilExit()).isEqualTo(1);
            assertThat(second.output()).contains("Another running Dabiao uses the data directory");
            assertThat(first.process().isAlive()).isTrue();
            assertThat(execute("SELECT 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void a_server_that_is_killed_is_started_again_on_its_port_but_not_while_the_application_closes() throws Exception {
        final ServerProcess last;
        try (ChildProcess child = ChildProcess.start(data).untilReady()) {
            execute("CREATE TABLE kept AS SELECT 'still here' AS word");
            ServerProcess killed = ServerProcess.in(data);
            killed.kill();

            last = killed.successor();
            assertThat(last.port()).isEqualTo(killed.port());
            assertThat(execute("SELECT word FROM kept")).isEqualTo("still here");
            // It lets us in a moment before whoever started it can say so.
            await("it is told").untilAsserted(
                    () -> assertThat(child.output()).contains("PostgreSQL has died", "PostgreSQL is back"));

            last.kill();
            child.process().destroy();
            assertThat(child.untilExit()).isEqualTo(143);
        }
        // Whether or not the watchdog was faster than the end: nothing is left behind.
        await("nothing runs").until(() -> serversOf(data) == 0);
        await("still nothing").during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(3)).until(() -> serversOf(data) == 0);
    }

    private static long serversOf(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(data.resolve("postgres").toString()))
                .count();
    }

    private String execute(String sql) throws Exception {
        try (Connection connection = ServerProcess.in(data).connection();
                Statement statement = connection.createStatement()) {
            return statement.execute(sql) ? firstOf(statement) : "";
        }
    }

    private static String firstOf(Statement statement) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
            rows.next();
            return rows.getString(1);
        }
    }
}
