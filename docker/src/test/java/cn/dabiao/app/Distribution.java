package cn.dabiao.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The very jar that is handed out, on a data directory and a port that it keeps over all its starts. */
public record Distribution(Path data, int port) {

    private static final String JAR = Path.of("target", "dabiao.jar").toString();

    public static Distribution onFreshData() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return new Distribution(FreshDataDirectory.create(), socket.getLocalPort());
        }
    }

    public Caller caller() {
        return new Caller(port);
    }

    /** Its output is in {@code target/child-logs}. */
    public Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xmx512m", "-jar", JAR, "--server.port=" + port,
                // One account here is the front end of everybody.
                "--dabiao.limits.client.burst=1000000", "--dabiao.limits.bureau.burst=1000000"));
        FreshDataDirectory.properties(data).forEach(property -> command.add("--" + property));
        Path log = Files.createTempFile(Files.createDirectories(Path.of("target", "child-logs")), "jar", ".log");
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** What the jar's own verification of this data directory ends with: its exit code, a space, and its report. */
    public String verify() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "-Xmx256m", "-jar", JAR, "verify", "--data-dir", data.toString(),
                        "--binaries-dir", FreshDataDirectory.binaries().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + report;
    }

    public void untilReady(Process process) {
        await("ready").atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(200)).until(() -> {
            assertThat(process.isAlive()).as("the jar lives, see target/child-logs").isTrue();
            return isReady();
        });
    }

    private boolean isReady() {
        try {
            return caller().get("/actuator/health/readiness").statusCode() == 200;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
