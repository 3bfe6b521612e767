package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import cn.dabiao.app.Caller;
import cn.dabiao.app.Distribution;
import cn.dabiao.app.postgres.ServerProcess;

/** The very jar that is handed out: started on an empty directory, used, killed, started again, verified, stopped. */
class DistributionIT {

    @Test
    void the_jar_walks_the_main_job_and_what_it_acknowledged_outlives_kill_9() throws Exception {
        Distribution jar = Distribution.onFreshData();
        Caller caller = jar.caller();
        long start = System.nanoTime();
        Process first = jar.start();
        jar.untilReady(first);
        // The bound is 30 s on a quiet machine; a build machine is not one.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(90));

        ReadmeScript readme = ReadmeScript.runAgainst("http://localhost:" + jar.port());
        assertThat(readme.assessments().getFirst().get("grade").asString()).isEqualTo("LEVEL_1");
        first.destroyForcibly().waitFor();

        Process second = jar.start();
        jar.untilReady(second);
        String history = caller.getAs(caller.tokenOf("auditor"), "/api/v1/schools/2132072401/history?limit=500").body();
        assertThat(Caller.json(caller.getAs(
                                caller.tokenOf("auditor"), "/api/v1/schools/2132072401/history?limit=500"))
                        .get("items"))
                .as(history)
                .isEqualTo(readme.history());

        assertThat(jar.verify()).as("while it runs").startsWith("0 sound: ").contains("note: ");
        tamper(jar, "payload || ' '::bytea");
        assertThat(jar.verify()).startsWith("1 UNSOUND at position 3, event " + eventAt3(jar) + ": ");
        tamper(jar, "substring(payload FROM 1 FOR length(payload) - 1)");

        ServerProcess server = ServerProcess.in(jar.data());
        second.destroy();
        assertThat(second.waitFor()).isEqualTo(143);
        await("SIGTERM takes PostgreSQL along").until(() -> !server.isAlive());

        assertThat(jar.verify()).as("with nothing running").startsWith("0 sound: ");
        assertThat(jar.data().resolve("postgres/postmaster.pid")).as("what it started it has stopped").doesNotExist();
    }

    private static void tamper(Distribution jar, String payload) throws IOException, SQLException {
        try (Connection superuser = ServerProcess.in(jar.data()).superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("UPDATE ledger.event SET payload = %s WHERE position = 3".formatted(payload));
        }
    }

    private static String eventAt3(Distribution jar) throws IOException, SQLException {
        try (Connection superuser = ServerProcess.in(jar.data()).superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("SELECT event_id FROM ledger.event WHERE position = 3")) {
            row.next();
            return row.getString(1);
        }
    }
}
