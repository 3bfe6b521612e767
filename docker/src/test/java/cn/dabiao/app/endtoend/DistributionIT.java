package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.dabiao.app.Caller;
import cn.dabiao.app.FreshDataDirectory;

/** The very jar that is handed out: started on an empty directory, used, killed, started again, verified, stopped. */
class DistributionIT {

    private static final Path JAR = Path.of("target", "dabiao.jar");

    private final Path data = FreshDataDirectory.create();
    private final int port = freePort();
    private final Caller caller = new Caller(port);

    @Test
    void the_jar_walks_the_main_job_and_what_it_acknowledged_outlives_kill_9() throws Exception {
        long start = System.nanoTime();
        Process first = startJar();
        untilReady(first);
        // The bound is 30 s on a quiet machine; a build machine is not one.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(90));

        ReadmeScript readme = ReadmeScript.runAgainst("http://localhost:" + port);
        assertThat(readme.assessment().get("grade").asString()).isEqualTo("LEVEL_1");
        first.destroyForcibly().waitFor();

        Process second = startJar();
        untilReady(second);
        String history = caller.getAs(caller.tokenOf("auditor"), "/api/v1/schools/2132072401/history?limit=500").body();
        assertThat(Caller.json(caller.getAs(
                                caller.tokenOf("auditor"), "/api/v1/schools/2132072401/history?limit=500"))
                        .get("items"))
                .as(history)
                .isEqualTo(readme.history());

        assertThat(verify()).as("while it runs").startsWith("0 sound: ").contains("note: ");
        tamper("payload || ' '::bytea");
        assertThat(verify()).startsWith("1 UNSOUND at position 3, event " + eventAt3() + ": ");
        tamper("substring(payload FROM 1 FOR length(payload) - 1)");

        long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip());
        second.destroy();
        assertThat(second.waitFor()).isEqualTo(143);
        await("SIGTERM takes PostgreSQL along")
                .until(() -> ProcessHandle.of(postmaster).filter(ProcessHandle::isAlive).isEmpty());

        assertThat(verify()).as("with nothing running").startsWith("0 sound: ");
        assertThat(data.resolve("postgres/postmaster.pid")).as("what it started it has stopped").doesNotExist();
    }

    /** The exit code of {@code verify}, and what it prints. */
    private String verify() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "-Xmx256m", "-jar", JAR.toString(), "verify", "--data-dir", data.toString(),
                        "--binaries-dir", FreshDataDirectory.binaries().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output;
    }

    private void tamper(String payload) throws IOException, SQLException {
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute("UPDATE ledger.event SET payload = %s WHERE position = 3".formatted(payload));
        }
    }

    private String eventAt3() throws IOException, SQLException {
        try (Connection superuser = superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery("SELECT event_id FROM ledger.event WHERE position = 3")) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection superuser() throws IOException, SQLException {
        String port = Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/dabiao", "postgres", Files.readString(data.resolve("postgres.password")));
    }

    private Process startJar() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xmx512m",
                "-jar", JAR.toString(), "--server.port=" + port));
        FreshDataDirectory.properties(data).forEach(property -> command.add("--" + property));
        Path log = Files.createTempFile(Files.createDirectories(Path.of("target", "child-logs")), "jar", ".log");
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    private void untilReady(Process process) {
        await("ready").atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(200)).until(() -> {
            assertThat(process.isAlive()).as("the jar lives, see target/child-logs").isTrue();
            return isReady();
        });
    }

    private boolean isReady() {
        try {
            return caller.get("/actuator/health/readiness").statusCode() == 200;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
