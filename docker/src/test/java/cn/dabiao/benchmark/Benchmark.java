package cn.dabiao.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures, in one run and interleaved, and prints a table:
 *
 * <pre>mvn -Pbenchmark -DskipTests verify</pre>
 *
 * <p>What it found here, and what bound it, is in {@code docker/BENCHMARK.md}.
 */
@Command(name = "benchmark", mixinStandardHelpOptions = true, sortOptions = false)
final class Benchmark implements Callable<Integer> {

    private static final int WARM_UP_CLIENTS = 32;
    private static final int MOST_READERS = 32;

    @Option(names = "--clients", split = ",", defaultValue = "1,8,32,128", description = "how many clients call at once")
    List<Integer> clients = List.of();

    @Option(names = "--seconds", defaultValue = "3", description = "how long each measurement takes")
    int seconds;

    @Option(names = "--rounds", defaultValue = "3", description = "how often each is measured; the median counts")
    int rounds;

    @Option(names = "--warm-up", defaultValue = "8", description = "how many seconds each is run before, by 32 clients")
    int warmUp;

    @Option(names = "--only", description = "only the contenders whose name contains this")
    String only = "";

    @Option(names = "--part", split = ",", defaultValue = "writes,reads", description = "writes, reads, or both")
    List<String> parts = List.of();

    @Option(names = "--more-schools", defaultValue = "0", description = "beside the 300 that are read, in other campaigns")
    int moreSchools;

    @Option(
            names = "--pgbench",
            defaultValue = "/usr/bin/pgbench",
            description = "PostgreSQL's own client for benchmarks; where there is none, the queries run by JDBC alone")
    Path pgbench = Path.of("pgbench");

    @Option(
            names = "--wrk",
            defaultValue = "/usr/bin/wrk",
            description = "a client for HTTP; where there is none, the reads come from inside the product's process")
    Path wrk = Path.of("wrk");

    @Option(names = "--role", defaultValue = "command", description = "of the product: command, or all")
    String role = "command";

    @Option(names = "--json", defaultValue = "target/benchmark.json", description = "where the figures are written")
    Path json = Path.of("target/benchmark.json");

    private Benchmark() {}

    public static void main(String[] args) {
        System.setProperty("disable-axoniq-console-message", "true");
        System.exit(new CommandLine(new Benchmark()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Results results = new Results();
        if (parts.contains("writes")) {
            writes(results);
        }
        if (parts.contains("reads")) {
            try (Reading reading = Reading.start(there(pgbench), there(wrk), Benchmark::say)) {
                List<Integer> readers = clients.stream().filter(number -> number <= MOST_READERS).toList();
                reading.measure(results, readers, rounds, Duration.ofSeconds(seconds), moreSchools);
            }
        }
        System.out.println(results.table());
        results.writeTo(json);
        return 0;
    }

    private static Optional<String> there(Path program) {
        return Optional.of(program).filter(Files::isExecutable).map(Path::toString);
    }

    private void writes(Results results) throws Exception {
        try (Product product = Product.start(role); Contenders contenders = Contenders.on(product)) {
            List<Contender> chosen = contenders.all().stream().filter(each -> each.name().contains(only)).toList();
            for (Contender contender : chosen) {
                say("warming up: " + contender.name());
                Load.measure(contender, Math.min(WARM_UP_CLIENTS, contender.mostClients()), Duration.ofSeconds(warmUp));
            }
            for (int number : clients) {
                for (int round = 1; round <= rounds; round++) {
                    measure(chosen, number, results);
                    say("%d clients, round %d of %d".formatted(number, round, rounds));
                }
            }
        }
    }

    /** One after the other, so that whatever else the machine does meets them all. */
    private void measure(List<Contender> chosen, int number, Results results) throws Exception {
        for (Contender contender : chosen) {
            if (number <= contender.mostClients()) {
                results.add(contender, number, Load.measure(contender, number, Duration.ofSeconds(seconds)));
            }
        }
    }

    private static void say(String what) {
        System.err.println("[benchmark] " + what);
    }
}
