package cn.dabiao.app.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import cn.dabiao.app.Distribution;

/** The load client as a process, and its journal as seen from outside. */
record Load(Process process, Path journal) implements AutoCloseable {

    private static final int WORKERS = 8;
    /** So many acknowledged writes say that the load goes on. */
    private static final int RUNNING = 40;

    static Load on(Distribution dabiao) throws IOException {
        Path journal = dabiao.data().resolve("acknowledged.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m",
                        "-cp", System.getProperty("java.class.path"),
                        LoadClient.class.getName(),
                        Integer.toString(dabiao.port()), journal.toString(), Integer.toString(WORKERS))
                .redirectErrorStream(true)
                .redirectOutput(dabiao.data().resolve("load.log").toFile())
                .start();
        return new Load(process, journal);
    }

    List<Entry> entries() throws IOException {
        return Entry.in(journal);
    }

    long acknowledged() throws IOException {
        return entries().stream().filter(Entry::isAcknowledged).count();
    }

    /** Waits until it is answered, whatever was killed before. */
    void untilRunning() throws IOException {
        long before = acknowledged();
        await("the load goes on, see load.log in the data directory").atMost(Duration.ofMinutes(2)).until(() -> {
            assertThat(process.isAlive()).as("the load client lives").isTrue();
            return acknowledged() >= before + RUNNING;
        });
    }

    /** Lets every worker finish what it has begun. */
    void stop() throws IOException, InterruptedException {
        process.getOutputStream().close();
        assertThat(process.waitFor()).as("see load.log in the data directory").isZero();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
