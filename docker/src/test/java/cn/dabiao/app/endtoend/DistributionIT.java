package cn.dabiao.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import cn.dabiao.app.Caller;
import cn.dabiao.app.FreshDataDirectory;

/** The very jar that is handed out: started on an empty directory, used, killed, started again, stopped. */
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

        long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip());
        second.destroy();
        assertThat(second.waitFor()).isEqualTo(143);
        await("SIGTERM takes PostgreSQL along")
                .until(() -> ProcessHandle.of(postmaster).filter(ProcessHandle::isAlive).isEmpty());
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
