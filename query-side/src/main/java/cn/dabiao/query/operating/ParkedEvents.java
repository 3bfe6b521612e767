package cn.dabiao.query.operating;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.query.projecting.Processors;
import cn.dabiao.query.projecting.SchoolSequence;

/** The events that could not be projected: told of, tried again, or left out with a reason. */
public final class ParkedEvents {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedEvents.class);
    private static final String FIRSTS =
            """
            SELECT letter.*, event.position
              FROM (SELECT DISTINCT ON (sequence_identifier)
                           dead_letter_id, sequence_identifier, stream_id, stream_seq, event_type, cause_type, enqueued_at,
                           count(*) OVER (PARTITION BY sequence_identifier) - 1 AS waiting
                      FROM view.dead_letter_entry
                     WHERE processing_group = :group
                     ORDER BY sequence_identifier, sequence_index) AS letter
              JOIN ledger.event AS event
                ON event.stream_id = letter.stream_id AND event.stream_seq = letter.stream_seq
             WHERE event.position > :after
               AND (CAST(:at AS bigint) IS NULL OR event.position = :at)
             ORDER BY event.position
             LIMIT :rows
            """;
    private static final String SKIP =
            """
            INSERT INTO view.skipped_event
                   (processing_group, position, stream_id, event_type, cause, reason, skipped_by, skipped_at)
            VALUES (:group, :position, :stream, :type, :cause, :reason, :by, :at)
                ON CONFLICT (processing_group, position) DO NOTHING
            """;
    private static final String EVICT = "DELETE FROM view.dead_letter_entry WHERE dead_letter_id = :letter";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Processors processors;
    private final SkipPolicy skipPolicy;
    private final Clock clock;

    /** @param tellWhoMayRead whether who may read a history follows from events of this type */
    public ParkedEvents(
            JdbcClient jdbc,
            TransactionOperations transactions,
            Processors processors,
            Predicate<String> tellWhoMayRead,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.processors = processors;
        this.skipPolicy = new SkipPolicy(tellWhoMayRead);
        this.clock = clock;
    }

    /** The first of each sequence, in the ledger's order. */
    List<ParkedEvent> firsts(String group, long after, int rows) {
        return firsts(group, after, null, rows);
    }

    /**
     * Tries an event again, and all of its sequence if it goes well.
     *
     * @return what is at the head of the sequence now; empty when nothing of it is parked any more
     */
    Optional<ParkedEvent> retry(String group, long position) {
        ParkedEvent parked = at(group, position);
        return tried(group, parked.sequence());
    }

    /**
     * Leaves an event out of the projection, and tries the rest of its sequence. One that the others need is refused
     * ({@link SkipPolicy}).
     *
     * @return what is at the head of the sequence now; empty when nothing of it is parked any more
     */
    Optional<ParkedEvent> skip(String group, long position, Reason reason, String by) {
        ParkedEvent parked = at(group, position);
        skipPolicy.require(group, parked);
        transactions.executeWithoutResult(_ -> {
            jdbc.sql(SKIP)
                    .param("group", group)
                    .param("position", position)
                    .param("stream", parked.streamId())
                    .param("type", parked.eventType())
                    .param("cause", parked.cause())
                    .param("reason", reason.value())
                    .param("by", by)
                    .param("at", Timestamp.from(Instant.now(clock)))
                    .update();
            jdbc.sql(EVICT).param("letter", parked.letter()).update();
        });
        LOG.warn("{} leaves out the event at position {}, as {} wants", group, position, by);
        return tried(group, parked.sequence());
    }

    private Optional<ParkedEvent> tried(String group, String sequence) {
        SequencedDeadLetterProcessor<EventMessage<?>> queue = processors.parkedOf(group);
        queue.process(letter -> sequence.equals(SchoolSequence.INSTANCE.getSequenceIdentifierFor(letter.message())));
        return firsts(group, -1, null, Integer.MAX_VALUE).stream()
                .filter(parked -> parked.sequence().equals(sequence))
                .findFirst();
    }

    private ParkedEvent at(String group, long position) {
        return firsts(group, -1, position, 1).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound(Thing.DEAD_LETTER, group + "/" + position).asException());
    }

    private List<ParkedEvent> firsts(String group, long after, @Nullable Long at, int rows) {
        return jdbc.sql(FIRSTS)
                .param("group", group)
                .param("after", after)
                .param("at", at)
                .param("rows", rows)
                .query(ParkedEvents::row)
                .list();
    }

    private static ParkedEvent row(ResultSet row, int number) throws SQLException {
        return new ParkedEvent(
                row.getString("dead_letter_id"),
                row.getString("sequence_identifier"),
                row.getLong("position"),
                row.getString("stream_id"),
                row.getLong("stream_seq"),
                row.getString("event_type"),
                simpleName(row.getString("cause_type")),
                Instant.parse(row.getString("enqueued_at")),
                row.getInt("waiting"));
    }

    private static @Nullable String simpleName(@Nullable String type) {
        return type == null ? null : type.substring(type.lastIndexOf('.') + 1);
    }
}
