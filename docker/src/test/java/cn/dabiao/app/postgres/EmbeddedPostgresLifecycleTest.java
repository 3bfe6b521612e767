package cn.dabiao.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.dabiao.app.FreshDataDirectory;

/** The real thing in processes of its own, killed and started again. */
class EmbeddedPostgresLifecycleTest {

    private final Path data = FreshDataDirectory.create();

    @Test
    void data_outlives_kill_9_and_the_orphaned_server_is_replaced() throws Exception {
        final long orphan;
        try (ChildProcess first = ChildProcess.start(data).untilReady()) {
            execute("CREATE TABLE kept AS SELECT 'still here' AS word");
            orphan = postmaster();
            first.process().destroyForcibly().waitFor();
        }
        assertThat(isAlive(orphan)).as("a killed JVM cannot stop its server").isTrue();

        final long successor;
        try (ChildProcess second = ChildProcess.start(data).untilReady()) {
            successor = postmaster();
            assertThat(second.output()).contains("Stopping the PostgreSQL that an earlier process left running");
            await("the orphan is gone").until(() -> !isAlive(orphan));
            assertThat(execute("SELECT word FROM kept")).isEqualTo("still here");
        }
        // pg_ctl returns as soon as the server has given up its pid file, a moment before the process is gone.
        await("SIGTERM takes the server along").until(() -> !isAlive(successor));
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

    private String execute(String sql) throws Exception {
        int port = Integer.parseInt(pidFile().get(3).strip());
        String password = Files.readString(data.resolve("postgres.password"));
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/dabiao";
        try (Connection connection = DriverManager.getConnection(url, "dabiao", password);
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

    private long postmaster() throws Exception {
        return Long.parseLong(pidFile().getFirst().strip());
    }

    private List<String> pidFile() throws Exception {
        return Files.readAllLines(data.resolve("postgres/postmaster.pid"));
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }
}
