package cn.dabiao.query.rebuilding;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.projection.RebuildState;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

/** The node runs under an account like a real one's, which is not shown what other logins' sessions are doing. */
class ExchangeTest {

    private static final String GROUP = "history";
    private static final Duration LONG = Duration.ofSeconds(4);

    private final HikariDataSource owned = Database.fresh();
    private final HikariDataSource database = Database.as("exchange_app", owned);

    @BeforeEach
    void logins() {
        JdbcClient owner = JdbcClient.create(owned);
        owner.sql("CREATE ROLE exchange_app LOGIN IN ROLE dabiao_command, dabiao_query").update();
        owner.sql("CREATE ROLE exchange_bi LOGIN IN ROLE dabiao_analyst").update();
        owner.sql("INSERT INTO analytics.reader (login, bureau) VALUES ('exchange_bi', '320724')").update();
        database.setMaximumPoolSize(12);
    }

    @AfterEach
    void close() {
        database.close();
        JdbcClient.create(owned).sql("DROP ROLE exchange_app, exchange_bi").update();
        owned.close();
    }

    @ParameterizedTest
    @CsvSource({"exchange_app, view.history", "exchange_bi, analytics.events"})
    void a_long_read_keeps_what_it_has_begun_with_and_no_event_waits_for_its_end(String login, String table)
            throws Exception {
        try (QueryNode node = QueryNode.started(database, Map.of());
                HikariDataSource logged = Database.as(login, owned);
                Connection connection = logged.getConnection()) {
            node.ledger().append(Given.aCampaignWith(Story.graded(Given.school("2132072401", "灌南县实验小学"), "1.2", "1")));
            node.caughtUp();
            long before = node.head() + 1;
            JdbcClient reading = begun(connection, Connection.TRANSACTION_REPEATABLE_READ);
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Duration> lag = CompletableFuture.supplyAsync(() -> longestLag(node, over));

            node.bean(Rebuilds.class).begin(GROUP, "operator");
            Thread.sleep(LONG);

            // It has a snapshot, and looks at the table for the first time now.
            assertThat(rows(reading, table)).isEqualTo(before);
            assertThat(last(node).state()).isEqualTo(RebuildState.RUNNING);
            connection.rollback();
            assertThat(ended(node)).isEqualTo(RebuildState.DONE);
            over.set(true);
            assertThat(lag.get()).isLessThan(Duration.ofSeconds(1));
            node.caughtUp();
            assertThat(node.parked()).isEmpty();
            assertThat(rows(JdbcClient.create(logged), table)).isEqualTo(node.head() + 1).isGreaterThan(before);
        }
    }

    @Test
    void a_session_that_merely_is_in_a_transaction_is_not_in_the_way() throws Exception {
        try (QueryNode node = QueryNode.started(database, Map.of());
                Connection connection = owned.getConnection()) {
            JdbcClient idle = begun(connection, Connection.TRANSACTION_READ_COMMITTED);
            // A command that is no query: the driver leaves none open.
            idle.sql("SET LOCAL lock_timeout = '10s'").update();

            node.bean(Rebuilds.class).begin(GROUP, "operator");

            assertThat(ended(node)).isEqualTo(RebuildState.DONE);
            assertThat(rows(idle, "view.history")).isZero();
            connection.rollback();
        }
    }

    @Test
    void a_rebuild_does_not_wait_longer_than_two_exports_may_last() throws Exception {
        try (QueryNode node = QueryNode.started(database, Map.of("dabiao.exports.max-duration", "500ms"));
                Connection connection = owned.getConnection()) {
            rows(begun(connection, Connection.TRANSACTION_READ_COMMITTED), "view.history");

            node.bean(Rebuilds.class).begin(GROUP, "operator");

            assertThat(ended(node)).isEqualTo(RebuildState.FAILED);
            assertThat(last(node).failure()).isEqualTo("StillInUse");
            connection.rollback();
        }
    }

    /** What is executed first takes the snapshot, and locks nothing. */
    private static JdbcClient begun(Connection connection, int isolation) throws Exception {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(isolation);
        JdbcClient reading = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        reading.sql("SELECT 1").query(Integer.class).single();
        return reading;
    }

    private static long rows(JdbcClient jdbc, String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    /** Writes one event after another, and sees how long each takes to be projected. */
    private static Duration longestLag(QueryNode node, AtomicBoolean over) {
        long longest = 0;
        for (int number = 1; !over.get(); number++) {
            node.ledger().append(Given.school("213207%04d".formatted(number), "边写小学"));
            long written = System.nanoTime();
            Awaitility.await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(10))
                    .until(() -> node.seen(GROUP) >= node.head());
            longest = Math.max(longest, System.nanoTime() - written);
        }
        return Duration.ofNanos(longest);
    }

    private static RebuildState ended(QueryNode node) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(10))
                .until(() -> !last(node).underWay());
        return last(node).state();
    }

    private static RebuildRecord last(QueryNode node) {
        return RebuildRecords.all(node.jdbc()).stream()
                .filter(it -> it.group().equals(GROUP))
                .findFirst()
                .orElseThrow();
    }
}
