package cn.dabiao.query.statistics;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.simple.JdbcClient;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.statistics.StatisticsBy;
import cn.dabiao.api.statistics.StatisticsReads;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

/**
 * How long statistics take of a county of 300 graded schools, by eight who ask at once, and again with 100,000 schools of
 * other counties in the database: {@code main} prints milliseconds, and how PostgreSQL goes about it.
 */
final class StatisticsSpeed {

    private static final int SCHOOLS = 300;
    private static final int OTHERS = 100_000;
    private static final int CLIENTS = 8;
    private static final int WARM = 600;
    private static final int ASKED = 2_000;

    private StatisticsSpeed() {}

    public static void main(String[] arguments) throws Exception {
        HikariDataSource database = Database.fresh();
        try (database; QueryNode node = QueryNode.started(database)) {
            node.ledger().append(Given.aCampaign());
            for (int school = 1; school <= SCHOOLS; school++) {
                node.ledger().append(Story.graded(
                        Given.school("%010d".formatted(2_132_072_000L + school), "第" + school + "学校"),
                        "1.2", "2.5", "4.2", "1", school % 15 + 1 + ".1", "0.5"));
            }
            node.caughtUp();
            node.jdbc().sql("ANALYZE").update();
            measure("a county of " + SCHOOLS, node);
            others(node.jdbc());
            measure("beside " + OTHERS + " schools of other counties", node);
            plan(node.jdbc());
            past(node);
        }

    }

    /** Each county has 500 schools, all of them graded, with the same scores as one of ours. */
    private static void others(JdbcClient jdbc) {
        jdbc.sql("""
                INSERT INTO view.school
                SELECT to_char(3000000000 + n, 'FM0000000000'), CAST(400000 + n / 500 AS text), name, kind, ownership,
                       township, school, registered_at, version, position, status, merged_into
                  FROM (SELECT * FROM view.school LIMIT 1) AS one, generate_series(1, :others) AS n
                """).param("others", OTHERS).update();
        jdbc.sql("""
                INSERT INTO view.school_count
                SELECT bureau, township, kind, ownership, count(*), count(*) FILTER (WHERE status = 'OPEN'), sum(version)
                  FROM view.school
                 GROUP BY bureau, township, kind, ownership
                    ON CONFLICT (bureau, township, kind, ownership) DO NOTHING
                """).update();
        jdbc.sql("""
                INSERT INTO view.statistics
                SELECT 'c-' || n / 500 || '.' || to_char(3000000000 + n, 'FM0000000000'), 'c-' || n / 500,
                       CAST(400000 + n / 500 AS text), to_char(3000000000 + n, 'FM0000000000'), school_name, kind,
                       ownership, township, standard_id, phase, plan_late, grade, determined, total_halves, round,
                       item_nos, score_halves, deducted_halves, checkpoints, checkpoint_halves, not_applicable,
                       orders_due, state, version, position
                  FROM (SELECT * FROM view.statistics LIMIT 1) AS one, generate_series(1, :others) AS n
                """).param("others", OTHERS).update();
        jdbc.sql("ANALYZE").update();
    }

    private static void measure(String what, QueryNode node) throws Exception {
        StatisticsReads reads = node.bean(StatisticsReads.class);
        for (String by : List.of("", "township,kind,ownership,category,item,checkpoint")) {
            times(reads, by, WARM);
            long before = cpu();
            long[] times = times(reads, by, ASKED);
            System.out.printf(
                    "%s, by [%s], %d clients: median %.2f ms, p99 %.2f ms, %.2f ms of CPU in this process for each%n",
                    what, by, CLIENTS, times[times.length / 2] / 1e6, times[times.length * 99 / 100] / 1e6,
                    (cpu() - before) / 1e6 / ASKED);
        }
    }

    /** What the machine does besides shows in the times, but not in this. */
    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long[] times(StatisticsReads reads, String by, int count) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<long[]>> all = IntStream.range(0, CLIENTS)
                    .mapToObj(_ -> clients.submit(() -> IntStream.range(0, count / CLIENTS)
                            .mapToLong(_ -> asked(reads, by))
                            .toArray()))
                    .toList();
            long[] times = new long[0];
            for (Future<long[]> each : all) {
                long[] own = each.get();
                int before = times.length;
                times = Arrays.copyOf(times, before + own.length);
                System.arraycopy(own, 0, times, before, own.length);
            }
            Arrays.sort(times);
            return times;
        }
    }

    private static long asked(StatisticsReads reads, String by) {
        long start = System.nanoTime();
        reads.statistics(
                Given.CAMPAIGN, by.isEmpty() ? null : new StatisticsBy(by), null, null, null, null, null,
                People.office());
        return System.nanoTime() - start;
    }

    private static void past(QueryNode node) {
        StatisticsReads reads = node.bean(StatisticsReads.class);
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            reads.statistics(new CampaignId("guannan-2018"), null, null, null, null, null, node.head(), People.office());
            System.out.printf("at a past moment: %.0f ms%n", (System.nanoTime() - start) / 1e6);
        }
    }

    private static void plan(JdbcClient jdbc) {
        jdbc.sql("EXPLAIN (ANALYZE, BUFFERS) " + Populations.BEGUN)
                .param("bureau", People.GUANNAN.value())
                .param("campaign", Given.CAMPAIGN.value())
                .query(String.class)
                .list()
                .forEach(System.out::println);
    }
}
