package cn.dabiao.benchmark;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

    @Option(names = "--clients", split = ",", defaultValue = "1,8,32,128", description = "how many clients call at once")
    List<Integer> clients = List.of();

    @Option(names = "--seconds", defaultValue = "4", description = "how long each measurement takes")
    int seconds;

    @Option(names = "--rounds", defaultValue = "3", description = "how often each is measured; the median counts")
    int rounds;

    @Option(names = "--only", description = "only the contenders whose name contains this")
    String only = "";

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
        try (Product product = Product.start(role); Contenders contenders = Contenders.on(product)) {
            Results results = new Results();
            List<Contender> chosen = contenders.all().stream().filter(each -> each.name().contains(only)).toList();
            for (int number : clients) {
                for (int round = 0; round <= rounds; round++) {
                    for (Contender contender : chosen) {
                        Sample sample = Load.measure(contender, number, Duration.ofSeconds(round == 0 ? 2 : seconds));
                        // The first round warms up.
                        if (round > 0) {
                            results.add(contender, number, sample);
                        }
                        System.err.printf("%3d clients, round %d of %d: %s%n", number, round, rounds, contender.name());
                    }
                }
            }
            System.out.println(results.table());
            results.writeTo(json);
        }
        return 0;
    }
}
