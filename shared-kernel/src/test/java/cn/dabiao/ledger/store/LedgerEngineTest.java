package cn.dabiao.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.examples.Guannan;
import cn.dabiao.ledger.EventExamples;
import cn.dabiao.ledger.LedgerUnderTest;
import cn.dabiao.ledger.StreamId;

/** The engine as Axon sees it, on a real PostgreSQL. */
class LedgerEngineTest {

    private static final StreamId STREAM = StreamId.of(Guannan.ASSESSMENT);
    private static final Instant AT = Instant.parse("2018-03-20T01:30:00.123456789Z");
    private static final Object EVENT = EventExamples.ALL.stream()
            .filter(PlanSubmitted.class::isInstance)
            .findFirst()
            .orElseThrow();

    private final LedgerUnderTest its = LedgerUnderTest.fresh();

    @AfterEach
    void stop() {
        its.close();
    }

    @Test
    void every_event_is_read_back_equal_with_its_metadata_and_in_its_order() {
        List<DomainEventMessage<Object>> written = IntStream.range(0, EventExamples.ALL.size())
                .mapToObj(seq -> LedgerUnderTest.message(STREAM, seq, EventExamples.ALL.get(seq), AT.plusSeconds(seq)))
                .toList();
        its.append(written.toArray(DomainEventMessage<?>[]::new));

        List<DomainEventMessage<?>> read = its.stream(STREAM);

        assertThat(read).extracting(Message::getPayload).isEqualTo(EventExamples.ALL);
        assertThat(read).extracting(DomainEventMessage::getSequenceNumber)
                .containsExactlyElementsOf(IntStream.range(0, read.size()).mapToObj(Long::valueOf).toList());
        assertThat(read).extracting(Message::getIdentifier)
                .containsExactlyElementsOf(written.stream().map(Message::getIdentifier).toList());
        assertThat(read).allSatisfy(message -> {
            assertThat(message.getMetaData()).isEqualTo(written.getFirst().getMetaData()).isNotEmpty();
            assertThat(message.getAggregateIdentifier()).isEqualTo(STREAM.value());
            assertThat(message.getType()).isEqualTo("assessment");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "2018-03-20T01:30:00.123456Z", "2018-03-25T15:59:59.999999Z", "1989-07-01T12:00:00.000001Z", "2018-03-25T16:00:00Z"
    })
    void a_timestamp_is_kept_to_the_microsecond_whatever_the_zones_of_server_and_client(Instant at) throws SQLException {
        its.append(LedgerUnderTest.message(STREAM, 0, EVENT, at.plusNanos(789)));

        assertThat(its.stream(STREAM)).extracting(DomainEventMessage::getTimestamp).containsExactly(at);
        assertThat(its.rows("SELECT extract(epoch FROM recorded_at) = extract(epoch FROM timestamptz '" + at
                        + "') FROM ledger.event"))
                .containsExactly("t");
    }

    @Test
    void an_event_lies_in_the_table_under_its_stable_name_and_as_its_approved_bytes() throws SQLException {
        its.append(LedgerUnderTest.message(STREAM, 0, EVENT, AT));

        assertThat(its.rows("SELECT position, stream_id, stream_seq, stream_type, event_type, revision FROM ledger.event"))
                .containsExactly("0|assessment:guannan-2018:2132072401|0|assessment|assessment.PlanSubmitted|1");
        assertThat(its.rows("SELECT convert_from(payload, 'UTF8')::jsonb ->> 'title' FROM ledger.event"))
                .containsExactly("灌南县实验小学“视频监控中心（室）”达标创建活动方案");
        assertThat(its.rows("SELECT convert_from(metadata, 'UTF8')::jsonb ->> 'requestId' FROM ledger.event"))
                .containsExactly("请求-1");
    }

    @Test
    void axons_event_store_appends_at_the_end_of_the_unit_of_work_and_reads_from_a_number_on() {
        EmbeddedEventStore store = EmbeddedEventStore.builder().storageEngine(its.ledger).build();
        DefaultUnitOfWork<Message<?>> work = DefaultUnitOfWork.startAndGet(null);
        store.publish(LedgerUnderTest.message(STREAM, 0, EVENT, AT), LedgerUnderTest.message(STREAM, 1, EVENT, AT));
        assertThat(its.reader.head()).isEmpty();
        work.commit();

        assertThat(store.readEvents(STREAM.value()).asStream()).hasSize(2);
        assertThat(store.readEvents(STREAM.value(), 1).asStream()).extracting(DomainEventMessage::getSequenceNumber)
                .map(Long::longValue).containsExactly(1L);
        assertThat(store.lastSequenceNumberFor(STREAM.value())).contains(1L);
        assertThat(store.readEvents("assessment:guannan-2018:9999999999").asStream()).isEmpty();
    }

    @Test
    void a_stream_longer_than_one_batch_is_read_to_its_end() {
        DomainEventMessage<?>[] many = IntStream.range(0, 1001)
                .mapToObj(seq -> LedgerUnderTest.message(STREAM, seq, EVENT, AT))
                .toArray(DomainEventMessage<?>[]::new);
        its.append(many);

        assertThat(its.stream(STREAM)).hasSize(1001);
    }

    @Test
    void of_many_who_begin_a_stream_at_once_exactly_one_wins() throws Exception {
        List<Throwable> losers = race(0);

        assertThat(losers).hasSize(7).allSatisfy(loser ->
                assertThat(loser).isInstanceOf(AggregateStreamCreationException.class));
        assertThat(its.stream(STREAM)).hasSize(1);
    }

    @Test
    void of_many_who_continue_a_stream_at_once_exactly_one_wins() throws Exception {
        its.append(LedgerUnderTest.message(STREAM, 0, EVENT, AT));

        List<Throwable> losers = race(1);

        assertThat(losers).hasSize(7).allSatisfy(loser -> assertThat(loser)
                .isInstanceOf(ConcurrencyException.class)
                .isNotInstanceOf(AggregateStreamCreationException.class));
        assertThat(its.stream(STREAM)).hasSize(2);
    }

    @Test
    void of_a_batch_with_a_conflict_nothing_is_stored() throws SQLException {
        its.append(LedgerUnderTest.message(STREAM, 0, EVENT, AT), LedgerUnderTest.message(STREAM, 1, EVENT, AT));
        StreamId other = StreamId.of(Guannan.SCHOOL);

        assertThatThrownBy(() -> its.append(
                        LedgerUnderTest.message(other, 7, EVENT, AT),
                        LedgerUnderTest.message(STREAM, 1, EVENT, AT),
                        LedgerUnderTest.message(STREAM, 2, EVENT, AT)))
                .isInstanceOf(ConcurrencyException.class);

        assertThat(its.rows("SELECT stream_id, stream_seq FROM ledger.event ORDER BY position"))
                .containsExactly(STREAM + "|0", STREAM + "|1");
    }

    @Test
    void the_same_number_in_another_stream_is_no_conflict() {
        its.append(LedgerUnderTest.message(STREAM, 0, EVENT, AT));
        its.append(LedgerUnderTest.message(StreamId.of(Guannan.SCHOOL), 0, EVENT, AT));

        assertThat(its.reader.head()).hasValue(1);
    }

    @Test
    void a_table_that_is_not_there_is_no_conflict() throws SQLException {
        its.execute("ALTER TABLE ledger.event RENAME TO lost");

        assertThatThrownBy(() -> its.append(LedgerUnderTest.message(STREAM, 0, EVENT, AT)))
                .isNotInstanceOf(ConcurrencyException.class)
                .isNotInstanceOf(AggregateStreamCreationException.class)
                .hasRootCauseInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE ledger.event SET payload = '{}'::bytea",
        "UPDATE ledger.event SET recorded_at = now() WHERE stream_seq = 0",
        "DELETE FROM ledger.event",
        "DELETE FROM ledger.event WHERE stream_seq = 1",
        "TRUNCATE ledger.event",
        "MERGE INTO ledger.event USING (SELECT 0 AS p) s ON position = s.p WHEN MATCHED THEN DELETE"
    })
    void history_is_not_changed_not_even_by_the_owner_of_the_table(String change) throws SQLException {
        its.append(LedgerUnderTest.message(STREAM, 0, EVENT, AT), LedgerUnderTest.message(STREAM, 1, EVENT, AT));
        assertThat(its.rows("SELECT tableowner = current_user FROM pg_tables WHERE schemaname = 'ledger' AND tablename = 'event'"))
                .containsExactly("t");
        List<String> before = its.rows("SELECT * FROM ledger.event ORDER BY position");

        assertThatThrownBy(() -> its.execute(change))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("append-only")
                .extracting(thrown -> ((SQLException) thrown).getSQLState())
                .isEqualTo("42501");

        assertThat(its.rows("SELECT * FROM ledger.event ORDER BY position")).isEqualTo(before).hasSize(2);
    }

    @Test
    void an_event_with_a_name_that_nobody_knows_is_an_error_when_it_is_read() throws SQLException {
        its.append(LedgerUnderTest.message(STREAM, 0, EVENT, AT));
        its.insertForeign(STREAM.value(), 1, "assessment.PlanRevoked", "1");

        assertThatThrownBy(() -> its.stream(STREAM).forEach(Message::getPayload))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("assessment.PlanRevoked");
    }

    @Test
    void there_are_no_snapshots() {
        assertThat(its.ledger.readSnapshot(STREAM.value())).isEmpty();
    }

    /** Eight threads append the same number of the stream at once; the answers of those who lost. */
    private List<Throwable> race(long seq) throws Exception {
        int runners = 8;
        CyclicBarrier start = new CyclicBarrier(runners);
        Callable<@Nullable Throwable> runner = () -> {
            DomainEventMessage<Object> mine = LedgerUnderTest.message(STREAM, seq, EVENT, AT);
            start.await(10, TimeUnit.SECONDS);
            try {
                its.append(mine);
                return null;
            } catch (RuntimeException lost) {
                return lost;
            }
        };
        List<Throwable> losers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(runners)) {
            List<Future<@Nullable Throwable>> results =
                    threads.invokeAll(IntStream.range(0, runners).mapToObj(it -> runner).toList());
            for (Future<@Nullable Throwable> result : results) {
                Throwable lost = result.get(30, TimeUnit.SECONDS);
                if (lost != null) {
                    losers.add(lost);
                }
            }
        }
        return losers;
    }
}
