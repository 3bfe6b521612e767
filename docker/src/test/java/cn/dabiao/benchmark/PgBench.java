package cn.dabiao.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.HdrHistogram.Histogram;


/**
 * The queries that a request made, again, by PostgreSQL's own {@code pgbench}, where the machine has one: each client with
 * prepared statements in a read-only snapshot.
 */
record PgBench(String program, String host, int port, String database, String user, String password) {

    private static final int DIGITS = 3;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final int MICROS = 2;

    Sample measure(List<RecordedQuery> queries, int clients, Duration duration) throws Exception {
        Path folder = Files.createTempDirectory("pgbench");
        Path script = Files.writeString(folder.resolve("script.sql"), queries.stream()
                .map(RecordedQuery::script)
                .collect(Collectors.joining("\n", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\n", "\nCOMMIT;\n")));
        ProcessBuilder run = new ProcessBuilder(
                program, "--no-vacuum", "--protocol=prepared", "--log", "--log-prefix=" + folder.resolve("log"),
                "--client=" + clients, "--jobs=" + Math.min(2, clients), "--time=" + duration.toSeconds(),
                "--file=" + script, "--host=" + host, "--port=" + port, "--username=" + user, database);
        run.environment().put("PGPASSWORD", password);
        run.redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile());
        Process process = run.start();
        if (!process.waitFor(duration.toSeconds() + 60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(Files.readString(folder.resolve("out")));
        }
        return Sample.of(nanos(folder), duration.toNanos(), 0);
    }

    /** The log has a line for each transaction: client, number, microseconds, … */
    private static Histogram nanos(Path folder) throws Exception {
        Histogram nanos = new Histogram(DIGITS);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path log : files.filter(file -> file.getFileName().toString().startsWith("log")).toList()) {
                for (String line : Files.readAllLines(log)) {
                    nanos.recordValue(Long.parseLong(line.split(" ", -1)[MICROS]) * NANOS_PER_MICRO);
                }
            }
        }
        return nanos;
    }
}
