package cn.dabiao.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads by {@code wrk}, where the machine has it: to HTTP what {@code pgbench} is to SQL, a client in C and in a process of its
 * own. A client inside the product's process takes a good part of the time that it measures.
 */
record Wrk(String program, String base, String token) {

    /** Where wrk's own report rounds, this tells the figures as they are; times are in microseconds. */
    private static final String REPORT =
            """
            done = function(summary, latency, requests)
              local wrong = summary.errors
              io.write(string.format("figures %d %d %d %d %d\\n", summary.requests, summary.duration,
                  latency:percentile(50), latency:percentile(99),
                  wrong.connect + wrong.read + wrong.write + wrong.status + wrong.timeout))
            end
            """;

    private static final Pattern FIGURES = Pattern.compile("figures (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");
    private static final double MICROS_PER_SECOND = 1e6;

    Sample measure(String path, int clients, Duration duration) throws Exception {
        Path folder = Files.createTempDirectory("wrk");
        Path report = Files.writeString(folder.resolve("report.lua"), REPORT);
        // In a session of its own Linux gives it its own share of the processors, as a client on another machine would have.
        Process process = new ProcessBuilder(
                        "setsid", "--wait", program, "--threads", "1", "--connections", String.valueOf(clients),
                        "--duration", duration.toSeconds() + "s", "--timeout", "30s", "--script", report.toString(),
                        "--header", "Authorization: Bearer " + token, base + path)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        if (!process.waitFor(duration.toSeconds() + 60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        String out = Files.readString(folder.resolve("out"));
        MatchResult figures = FIGURES.matcher(out).results()
                .findFirst()
                .filter(found -> found.group(5).equals("0"))
                .orElseThrow(() -> new IllegalStateException(path + ": " + out));
        return new Sample(
                Long.parseLong(figures.group(1)) * MICROS_PER_SECOND / Long.parseLong(figures.group(2)),
                Long.parseLong(figures.group(3)),
                Long.parseLong(figures.group(4)),
                0);
    }
}
