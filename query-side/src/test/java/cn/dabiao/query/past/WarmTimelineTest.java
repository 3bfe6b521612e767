package cn.dabiao.query.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.ledger.LedgerUnavailable;
import cn.dabiao.ledger.Timeline;
import cn.dabiao.query.fixture.CountedStatements;
import cn.dabiao.query.fixture.CountedStatements.Noted;
import cn.dabiao.query.fixture.Database;

class WarmTimelineTest {

    private static final Instant NOON = Instant.parse("2018-05-02T04:00:00Z");
    private static final HikariDataSource DATABASE = Database.fresh();

    /** Twenty blocks of events that are none, each a microsecond after the other. */
    @BeforeAll
    static void a_ledger_of_some_length() {
        JdbcClient.create(DATABASE)
                .sql("""
                        INSERT INTO ledger.event (position, stream_id, stream_seq, stream_type, event_id, event_type, revision,
                                                  recorded_at, payload, metadata, leaf_hash)
                        SELECT n, 'test:' || n, 0, 'test', gen_random_uuid(), 'test', '1',
                               timestamptz '2018-05-02 04:00:00+00' + n * interval '1 microsecond', '{}', '{}', sha256('')
                          FROM generate_series(0, 81999) AS n
                        """)
                .update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    void after_a_start_the_times_are_read_before_anybody_asks_for_an_instant() {
        CountedStatements counted = new CountedStatements(DATABASE);
        Timeline timeline = new Timeline(counted);
        WarmTimeline warming = new WarmTimeline(timeline);
        warming.start();
        await().until(() -> !timeline.learnMore());
        warming.stop();
        assertThat(counted.taken()).extracting(Noted::thread).contains("timeline");

        assertThat(timeline.positionAt(NOON.plusNanos(77_000_000))).isEqualTo(77_000);
        assertThat(counted.taken()).extracting(Noted::sql).noneMatch(sql -> sql.contains("max(recorded_at)"));
    }

    @Test
    @Timeout(20)
    void neither_a_start_nor_an_end_waits_for_it() throws InterruptedException {
        Slow slow = new Slow();
        WarmTimeline warming = new WarmTimeline(new Timeline(slow));
        warming.start();
        slow.asked.await();
        assertThat(warming.isRunning()).isTrue();
        warming.stop();
        assertThat(warming.isRunning()).isFalse();

        slow.answers.countDown();
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("timeline")));
        assertThat(slow.connections).as("one query is ended, and none begun").hasValueLessThanOrEqualTo(2);
    }

    @Test
    @Timeout(20)
    void what_cannot_be_read_then_is_read_when_it_is_asked_for() throws InterruptedException {
        Slow away = new Slow();
        away.isAway = true;
        away.answers.countDown();
        Timeline timeline = new Timeline(away);
        WarmTimeline warming = new WarmTimeline(timeline);
        warming.start();
        away.asked.await();
        await().pollDelay(Duration.ofMillis(50)).until(() -> away.connections.get() == 1);

        away.isAway = false;
        assertThat(timeline.positionAt(NOON.plusNanos(77_000_000))).isEqualTo(77_000);
        warming.stop();
    }

    /** A database that is asked for a connection and does not give it for long. */
    private static final class Slow extends DelegatingDataSource {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch answers = new CountDownLatch(1);
        private final AtomicInteger connections = new AtomicInteger();
        private volatile boolean isAway;

        Slow() {
            super(DATABASE);
        }

        @Override
        public Connection getConnection() throws SQLException {
            asked.countDown();
            try {
                answers.await();
            } catch (InterruptedException e) {
                throw new LedgerUnavailable(new SQLException(e));
            }
            connections.incrementAndGet();
            if (isAway) {
                throw new SQLException("away");
            }
            return super.getConnection();
        }
    }
}
