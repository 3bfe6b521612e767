package cn.dabiao.app.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;

import cn.dabiao.app.DabiaoApplication;
import cn.dabiao.app.FreshDataDirectory;

/** The application in a JVM of its own, which can be killed. */
public record ChildProcess(Process process, Path log) implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    public static ChildProcess start(Path dataDirectory) throws IOException {
        return start(dataDirectory, "-Xmx512m");
    }

    /** @param heap the option that bounds it */
    public static ChildProcess start(Path dataDirectory, String heap, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", heap,
                "-cp", System.getProperty("java.class.path"),
                DabiaoApplication.class.getName(), "--server.port=0"));
        FreshDataDirectory.properties(dataDirectory).forEach(property -> command.add("--" + property));
        command.addAll(List.of(settings));
        Path log = Files.createTempFile(Files.createDirectories(Path.of("target", "child-logs")), "child", ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ChildProcess(process, log);
    }

    public ChildProcess untilReady() {
        Awaitility.await(output())
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> output().contains("Started DabiaoApplication") || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("The child ended:\n" + output());
        }
        return this;
    }

    /** Where it serves, once it is ready. */
    public int port() {
        Matcher port = PORT.matcher(output());
        if (!port.find()) {
            throw new AssertionError("The child names no port:\n" + output());
        }
        return Integer.parseInt(port.group(1));
    }

    int untilExit() throws InterruptedException {
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
            throw new AssertionError("The child does not end:\n" + output());
        }
        return process.exitValue();
    }

    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
