package cn.dabiao.query.rebuilding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.projection.RebuildState;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.Lives;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;
import cn.dabiao.query.fixture.Tables;
import cn.dabiao.query.reading.Reads;

class RebuildTest {

    private static final List<String> GROUPS = List.of("register", "assessment", "ranking", "history");

    private final HikariDataSource database = Database.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void what_is_rebuilt_is_to_the_byte_what_was_there_in_any_zone_and_language(int segments) {
        try (QueryNode node = QueryNode.inSegments(database, segments)) {
            List<Object> events = Lives.of(40, 7);
            for (int from = 0; from < events.size(); from += 97) {
                node.ledger().append(events.subList(from, Math.min(from + 97, events.size())));
                node.caughtUp();
            }
            assertThat(node.parked()).isEmpty();
            List<String> live = Tables.rows(node.jdbc());
            List<String> made = Tables.definitions(node.jdbc());
            elsewhere(() -> GROUPS.forEach(group -> assertThat(rebuilt(node, group)).isEqualTo(RebuildState.DONE)));
            assertThat(Tables.rows(node.jdbc())).isEqualTo(live).hasSizeGreaterThan(events.size());
            assertThat(Tables.definitions(node.jdbc())).isEqualTo(made);
            assertThat(leftovers(node)).isZero();

            node.ledger().append(Story.graded(Given.school("2132072499", "其后小学"), "1.2", "2"));
            node.caughtUp();
            assertThat(node.parked()).isEmpty();
        }
    }

    @Test
    void reads_and_writes_go_on_while_everything_is_rebuilt() throws Exception {
        try (QueryNode node = QueryNode.inSegments(database, 2)) {
            node.ledger().append(Lives.of(60, 3));
            node.caughtUp();
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Integer> writer = CompletableFuture.supplyAsync(() -> written(node, over));
            CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> read(node, over));
            for (int times = 0; times < 2; times++) {
                GROUPS.forEach(group -> assertThat(rebuilt(node, group)).isEqualTo(RebuildState.DONE));
            }
            over.set(true);
            assertThat(writer.get()).isPositive();
            assertThat(reader.get()).isGreaterThan(20);
            node.caughtUp();
            assertThat(node.parked()).isEmpty();
            List<String> live = Tables.rows(node.jdbc());
            GROUPS.forEach(group -> assertThat(rebuilt(node, group)).isEqualTo(RebuildState.DONE));
            assertThat(Tables.rows(node.jdbc())).isEqualTo(live);
        }
    }

    @Test
    void a_rebuild_mends_what_was_spoilt_and_what_was_parked() {
        try (QueryNode node = QueryNode.started(database)) {
            node.ledger().append(Given.aCampaignWith(Story.graded(Given.school("2132072401", "灌南县实验小学"))));
            node.caughtUp();
            List<String> sound = Tables.rows(node.jdbc());
            node.jdbc().sql("UPDATE view.history SET actor = 'spoilt'").update();
            node.jdbc().sql("DELETE FROM view.workload").update();
            node.ledger().append(Story.of(Given.school("2132072402", "他校")).plan(false).events().getFirst());
            node.caughtUp();
            assertThat(node.parked()).isNotEmpty();
            assertThat(rebuilt(node, "history")).isEqualTo(RebuildState.DONE);
            assertThat(Tables.rows(node.jdbc())).filteredOn(row -> row.startsWith("history"))
                    .containsAll(sound.stream().filter(row -> row.startsWith("history")).toList());
        }
    }

    @Test
    void a_rebuild_that_meets_an_event_it_cannot_project_fails_and_leaves_everything_as_it_was() {
        try (QueryNode node = QueryNode.started(database)) {
            node.ledger().append(Given.aCampaignWith(Story.of(Given.school("2132072402", "他校")).plan(false).events()));
            node.caughtUp();
            List<String> before = Tables.rows(node.jdbc());
            assertThat(rebuilt(node, "assessment")).isEqualTo(RebuildState.FAILED);
            RebuildRecord failed = last(node, "assessment");
            assertThat(failed.failedPosition()).isEqualTo(5);
            assertThat(failed.failure()).isEqualTo("IllegalStateException");
            assertThat(Tables.rows(node.jdbc())).isEqualTo(before);
            assertThat(parkedOfAssessments(node)).hasSize(1);
            assertThat(leftovers(node)).isZero();

            node.jdbc().sql("INSERT INTO view.skipped_event VALUES "
                            + "('assessment', 5, 'x', 'x', NULL, 'for the test', 'operator', now())").update();
            assertThat(rebuilt(node, "assessment")).isEqualTo(RebuildState.DONE);
            assertThat(parkedOfAssessments(node)).isEmpty();
        }
    }

    /** The statistics need the school's registration as well, and have a dead letter of their own. */
    private static List<String> parkedOfAssessments(QueryNode node) {
        return node.parked().stream().filter(letter -> letter.startsWith("assessment ")).toList();
    }

    @Test
    void a_group_is_rebuilt_once_at_a_time_and_what_a_gone_node_was_at_is_cleared_away() {
        try (QueryNode node = QueryNode.started(database)) {
            Rebuilds rebuilds = node.bean(Rebuilds.class);
            node.jdbc().sql("INSERT INTO view.rebuild VALUES "
                            + "('ranking', 'RUNNING', 5, 9, 1, 'operator', now(), NULL, 'gone', now())").update();
            node.jdbc().sql("SELECT view.begin_rebuild(ARRAY['ranking'])").query().listOfRows();
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> rebuilds.begin("ranking", "operator"))
                    .satisfies(e -> assertThat(e.refusal()).isEqualTo(new Refusal.RebuildUnderWay("ranking")));
            assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> rebuilds.begin("nothing", "operator"));
            assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> rebuilds.cancel("history"));
            node.jdbc().sql("UPDATE view.rebuild SET alive_at = now() - interval '1 minute'").update();
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> leftovers(node) == 0);
            assertThat(last(node, "ranking").failure()).isEqualTo("INTERRUPTED");
            assertThat(rebuilt(node, "ranking")).isEqualTo(RebuildState.DONE);
        }
    }

    @Test
    void a_rebuild_that_is_cancelled_leaves_nothing() throws Exception {
        try (QueryNode node = QueryNode.started(database);
                var blocking = database.getConnection()) {
            node.ledger().append(Lives.of(10, 1));
            node.caughtUp();
            List<String> before = Tables.rows(node.jdbc());
            blocking.setAutoCommit(false);
            // A read that does not end: the exchange has to wait for it.
            blocking.createStatement().execute("SELECT count(*) FROM view.history");
            node.bean(Rebuilds.class).begin("history", "operator");
            Awaitility.await().until(() -> last(node, "history").state() == RebuildState.RUNNING);
            Thread.sleep(1_000);
            node.ledger().append(Given.inspector("i-50", "其后"));
            node.caughtUp();
            node.bean(Rebuilds.class).cancel("history");
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !last(node, "history").underWay());
            blocking.rollback();
            assertThat(last(node, "history").state()).isEqualTo(RebuildState.CANCELLED);
            assertThat(Tables.rows(node.jdbc())).containsAll(before.stream().filter(it -> it.startsWith("history")).toList());
            assertThat(leftovers(node)).isZero();
        }
    }

    private static RebuildState rebuilt(QueryNode node, String group) {
        node.bean(Rebuilds.class).begin(group, "operator");
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(10))
                .until(() -> !last(node, group).underWay());
        return last(node, group).state();
    }

    private static RebuildRecord last(QueryNode node, String group) {
        return RebuildRecords.all(node.jdbc()).stream()
                .filter(it -> it.group().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private static long leftovers(QueryNode node) {
        return node.jdbc()
                .sql("SELECT count(*) FROM pg_class WHERE relnamespace = CAST('view_rebuild' AS regnamespace)")
                .query(Long.class)
                .single();
    }

    /** Always some events ahead of what is projected, and not so many that the test is busy with them alone. */
    private static int written(QueryNode node, AtomicBoolean over) {
        int number = 0;
        while (!over.get()) {
            number++;
            Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(2))
                    .until(() -> node.head() - node.seen("history") < 100);
            node.ledger().append(Story.graded(Given.school("213207%04d".formatted(number), "边写小学"), "1.2", "1"));
        }
        return number;
    }

    /** Every answer of a read shows the whole history up to the position it names, which never goes back. */
    private static int read(QueryNode node, AtomicBoolean over) {
        Reads reads = node.bean(Reads.class);
        int number = 0;
        long last = -1;
        while (!over.get()) {
            long[] seen = reads.showing(List.of("history"), shown -> new long[] {
                shown,
                node.jdbc().sql("SELECT count(*) FROM view.history WHERE position <= :shown")
                        .param("shown", shown)
                        .query(Long.class)
                        .single()
            });
            assertThat(seen[0]).isGreaterThanOrEqualTo(last);
            assertThat(seen[1]).isEqualTo(seen[0] + 1);
            last = seen[0];
            number++;
        }
        return number;
    }

    private static void elsewhere(Runnable task) {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("America/St_Johns"));
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            task.run();
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }
}
