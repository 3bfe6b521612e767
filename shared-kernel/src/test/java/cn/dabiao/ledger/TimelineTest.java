package cn.dabiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant NOON = Instant.parse("2018-05-02T04:00:00Z");

    private final LedgerUnderTest its = LedgerUnderTest.fresh();
    private final Timeline timeline = new Timeline(its.database);

    @AfterEach
    void close() {
        its.close();
    }

    @Test
    void an_empty_ledger_has_come_nowhere() {
        assertThat(timeline.positionAt(NOON)).isEqualTo(Timeline.BEGINNING);
    }

    @Test
    void what_was_recorded_at_the_instant_counts_and_what_is_a_microsecond_later_does_not() throws SQLException {
        // Three at noon, then one a microsecond later.
        record("CASE WHEN n < 3 THEN 0 ELSE 1 END", 0, 3);

        assertThat(timeline.positionAt(NOON.minusNanos(1))).isEqualTo(Timeline.BEGINNING);
        assertThat(timeline.positionAt(NOON)).isEqualTo(2);
        assertThat(timeline.positionAt(NOON.plusNanos(999))).isEqualTo(2);
        assertThat(timeline.positionAt(NOON.plusNanos(1_000))).isEqualTo(3);
    }

    @Test
    void an_event_of_a_later_time_ends_it_though_earlier_times_follow() throws SQLException {
        // The clock of one node was an hour ahead at the event 5000.
        record("CASE WHEN n = 5000 THEN 3600000000 ELSE n END", 0, 19_999);

        assertThat(timeline.positionAt(micros(4_000))).isEqualTo(4_000);
        assertThat(timeline.positionAt(micros(4_999))).isEqualTo(4_999);
        assertThat(timeline.positionAt(micros(15_000))).isEqualTo(4_999);
        assertThat(timeline.positionAt(micros(3_599_999_999L))).isEqualTo(4_999);
        assertThat(timeline.positionAt(micros(3_600_000_000L))).isEqualTo(19_999);
    }

    @Test
    void what_has_come_since_is_seen_and_what_was_known_stays_so() throws SQLException {
        record("n", 0, 9_000);
        assertThat(timeline.positionAt(micros(8_000))).isEqualTo(8_000);
        assertThat(timeline.positionAt(micros(20_000))).isEqualTo(9_000);

        record("n", 9_001, 80_000);
        assertThat(timeline.positionAt(micros(8_000))).isEqualTo(8_000);
        assertThat(timeline.positionAt(micros(20_000))).isEqualTo(20_000);
        assertThat(timeline.positionAt(micros(79_999))).isEqualTo(79_999);
        assertThat(timeline.positionAt(micros(400_000))).isEqualTo(80_000);
    }

    @Test
    void while_one_reads_the_times_of_the_ledger_the_others_hold_no_connection() throws Exception {
        record("n", 0, 19_999);
        WatchedDatabase watched = new WatchedDatabase(its.database);
        Timeline cold = new Timeline(watched.database());
        List<Long> found = new CopyOnWriteArrayList<>();
        List<Thread> asking = IntStream.range(0, 8)
                .mapToObj(_ -> Thread.ofPlatform().start(() -> found.add(cold.positionAt(micros(15_000)))))
                .toList();
        await().until(() -> watched.readings() == 1
                && asking.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));

        assertThat(watched.held()).isEqualTo(1);
        watched.readOn();
        for (Thread thread : asking) {
            thread.join();
        }
        assertThat(found).hasSize(8).containsOnly(15_000L);
        assertThat(watched.readings()).isEqualTo(1);
        assertThat(watched.held()).isZero();
    }

    @Test
    void times_that_were_read_before_are_not_read_when_asked_for() throws Exception {
        // Seventeen whole blocks: one more than are read at once.
        record("n", 0, 17 * 4096 + 10);
        WatchedDatabase watched = new WatchedDatabase(its.database);
        watched.readOn();
        Timeline warmed = new Timeline(watched.database());

        assertThat(warmed.learnMore()).isTrue();
        assertThat(warmed.learnMore()).isFalse();
        assertThat(warmed.learnMore()).isFalse();
        assertThat(warmed.positionAt(micros(68_000))).isEqualTo(68_000);
        assertThat(watched.readings()).isEqualTo(2);
    }

    private static Instant micros(long after) {
        return NOON.plusNanos(after * 1_000);
    }

    /** Events that are none, of which only the times matter: so many microseconds after noon. */
    private void record(String micros, int from, int to) throws SQLException {
        its.execute(
                """
                INSERT INTO ledger.event (position, stream_id, stream_seq, stream_type, event_id, event_type, revision,
                                          recorded_at, payload, metadata, leaf_hash)
                SELECT n, 'test:' || n, 0, 'test', gen_random_uuid(), 'test', '1',
                       timestamptz '2018-05-02 04:00:00+00' + (%s) * interval '1 microsecond', '{}', '{}', sha256('')
                  FROM generate_series(%d, %d) AS n
                """
                        .formatted(micros, from, to));
    }
}
