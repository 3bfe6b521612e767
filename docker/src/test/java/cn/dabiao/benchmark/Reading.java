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

import org.jspecify.annotations.Nullable;

import cn.dabiao.command.assessment.AssessmentDesk;

/**
 * What is read: how soon what is written is seen, and how fast the county's ranking, an assessment, its history and the
 * statistics are answered, beside the same queries with nothing around them.
 */
final class Reading implements AutoCloseable {

    private static final int CONNECTIONS = 40;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final int WARM_UP_CLIENTS = 8;
    private static final int COMMANDS = 500;

    private final Product product;
    private final BenchmarkCounty county;
    private final HttpReads http;
    private final DataSource plain;
    private final Optional<PgBench> pgbench;
    private final Consumer<String> say;

    private Reading(Product product, Optional<String> pgbench, Consumer<String> say) throws Exception {
        this.product = product;
        this.say = say;
        this.county = new BenchmarkCounty(product.context());
        this.http = new HttpReads(product.port());
        this.plain = product.connections(CONNECTIONS);
        this.pgbench = pgbench.map(product::pgbench);
    }

    static Reading start(@Nullable String pgbench, Consumer<String> say) throws Exception {
        return new Reading(Product.start("all", Recording.class), Optional.ofNullable(pgbench), say);
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
        Lag.measure(scoring, plain, COMMANDS, WARM_UP);
        Lag.measure(scoring, plain, COMMANDS, duration)
                .forEach((group, sample) -> results.add("seen at %d commands/s: %s".formatted(COMMANDS, group), 1, 1, sample));
        say.accept("lag measured");
    }

    private void queries(Results results, List<Integer> clients, int rounds, Duration each) throws Exception {
        Map<Contender, List<RecordedQuery>> pairs = new LinkedHashMap<>();
        List<Connection> connections = new ArrayList<>();
        for (Map.Entry<String, String> query : paths().entrySet()) {
            Contender overHttp = http.of("HTTP, " + query.getKey(), query.getValue());
            List<RecordedQuery> made = product.queriesOf(() -> http.read(query.getValue()));
            pairs.put(overHttp, made);
            pairs.put(new SameSql("its SQL by JDBC, " + query.getKey(), plain, connections, made), made);
        }
        for (Contender contender : pairs.keySet()) {
            Load.measure(contender, WARM_UP_CLIENTS, WARM_UP);
        }
        for (int number : clients) {
            for (int round = 1; round <= rounds; round++) {
                for (Map.Entry<Contender, List<RecordedQuery>> pair : pairs.entrySet()) {
                    Contender contender = pair.getKey();
                    results.add(contender, number, Load.measure(contender, number, each));
                    if (pgbench.isPresent() && contender instanceof SameSql) {
                        results.add(
                                contender.name().replace("JDBC", "pgbench"), 1, number,
                                pgbench.get().measure(pair.getValue(), number, each));
                    }
                }
                say.accept("reads: %d clients, round %d of %d".formatted(number, round, rounds));
            }
        }
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
}
