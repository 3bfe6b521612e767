package cn.dabiao.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

import cn.dabiao.command.assessment.AssessmentDesk;

/**
 * What is read: how soon what is written is seen, and how fast the county's ranking, an assessment, its history and the
 * statistics are answered, beside the same queries with nothing around them.
 */
final class Reading implements AutoCloseable {

    private static final int CONNECTIONS = 40;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    /** Until what projects is compiled. */
    private static final Duration LAG_WARM_UP = Duration.ofSeconds(20);
    /** The way of a request through the product is long: it takes so long until all of it is compiled. */
    private static final Duration HTTP_WARM_UP = Duration.ofSeconds(30);
    private static final int WARM_UP_CLIENTS = 8;
    private static final int COMMANDS = 500;

    private final Product product;
    private final BenchmarkCounty county;
    private final HttpReads http;
    private final DataSource plain;
    private final Optional<PgBench> pgbench;
    private final Optional<Wrk> wrk;
    private final Consumer<String> say;

    private Reading(Product product, Optional<String> pgbench, Optional<String> wrk, Consumer<String> say) throws Exception {
        this.product = product;
        this.say = say;
        this.county = new BenchmarkCounty(product.context());
        this.http = new HttpReads(product.port());
        this.plain = product.connections(CONNECTIONS);
        this.pgbench = pgbench.map(product::pgbench);
        this.wrk = wrk.map(http::wrk);
    }

    static Reading start(Optional<String> pgbench, Optional<String> wrk, Consumer<String> say) throws Exception {
        return new Reading(Product.start("all", Recording.class), pgbench, wrk, say);
    }

    /** @param schools how many more there are beside the county's 300, in other campaigns */
    void measure(Results results, List<Integer> clients, int rounds, Duration each, int schools) throws Exception {
        county.write();
        county.open(List.of(ReadCounty.CAMPAIGN));
        new ReadCounty(product.context()).write();
        if (schools > 0) {
            long events = new MoreSchools(product.context()).write(schools);
            say.accept("%,d events of %,d more schools written".formatted(events, schools));
        }
        product.awaitProjections();
        lag(results, each.multipliedBy(rounds));
        queries(results, clients, rounds, each);
    }

    private void lag(Results results, Duration duration) throws Exception {
        Scoring scoring = new Scoring("lag", product.context().getBean(AssessmentDesk.class), county);
        Lag.measure(scoring, plain, COMMANDS, LAG_WARM_UP);
        Lag.measure(scoring, plain, COMMANDS, duration)
                .forEach((group, sample) -> results.add("seen at %d commands/s: %s".formatted(COMMANDS, group), 1, 1, sample));
        say.accept("lag measured");
    }

    private void queries(Results results, List<Integer> clients, int rounds, Duration each) throws Exception {
        List<Read> reads = new ArrayList<>();
        List<Connection> connections = new ArrayList<>();
        for (Map.Entry<String, String> path : paths().entrySet()) {
            List<RecordedQuery> made = product.queriesOf(() -> http.read(path.getValue()));
            SameSql byJdbc = new SameSql("its SQL by JDBC, " + path.getKey(), plain, connections, made);
            reads.add(new Read(path.getKey(), path.getValue(), byJdbc, made));
        }
        for (Read read : reads) {
            overHttp(read, WARM_UP_CLIENTS, HTTP_WARM_UP);
            Load.measure(read.byJdbc(), WARM_UP_CLIENTS, WARM_UP);
        }
        for (int number : clients) {
            for (int round = 1; round <= rounds; round++) {
                for (Read read : reads) {
                    results.add("HTTP, " + read.name(), 1, number, overHttp(read, number, each));
                    results.add(read.byJdbc(), number, Load.measure(read.byJdbc(), number, each));
                    if (pgbench.isPresent()) {
                        results.add(
                                "its SQL by pgbench, " + read.name(), 1, number,
                                pgbench.get().measure(read.made(), number, each));
                    }
                }
                say.accept("reads: %d clients, round %d of %d".formatted(number, round, rounds));
            }
        }
    }

    private Sample overHttp(Read read, int clients, Duration duration) throws Exception {
        return wrk.isPresent()
                ? wrk.get().measure(read.path(), clients, duration)
                : Load.measure(http.of("HTTP, " + read.name(), read.path()), clients, duration);
    }

    private static Map<String, String> paths() {
        Map<String, String> paths = new LinkedHashMap<>();
        paths.put("ranking", "/campaigns/" + ReadCounty.CAMPAIGN + "/ranking?limit=50");
        paths.put("assessment", "/assessments/" + ReadCounty.id(7));
        paths.put("history", "/assessments/" + ReadCounty.id(7) + "/history?limit=50");
        paths.put("statistics", "/campaigns/" + ReadCounty.CAMPAIGN + "/statistics");
        return paths;
    }

    @Override
    public void close() throws IOException {
        http.close();
        product.close();
    }

    /** @param made the queries of the first such request */
    private record Read(String name, String path, SameSql byJdbc, List<RecordedQuery> made) {}
}
