package cn.dabiao.ledger.store;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

import cn.dabiao.ledger.LedgerUnavailable;
import cn.dabiao.ledger.proof.Malformed;

/**
 * Axon's storage of events on the ledger. Appending waits for the group commit; reading is a short read of its own. Tokens
 * are plain positions: they have no holes, and what is read at a position stays so for ever.
 *
 * <p>A conflict, also of one request with itself, is Axon's {@code ConcurrencyException}, or {@code AggregateStreamCreationException} for the first event of
 * a stream; a database that does not answer in time is {@link LedgerUnavailable}.
 */
public final class LedgerEngine extends BatchingEventStorageEngine {

    private static final int BATCH = 1_000;

    private final GroupCommit commit;
    private final EventRows rows;

    private LedgerEngine(Builder builder) {
        super(builder);
        this.commit = builder.commit;
        this.rows = new EventRows(builder.database);
    }

    /**
     * @param database for reading; a pool
     * @param commit   for writing
     */
    public static Builder builder(DataSource database, GroupCommit commit) {
        return new Builder(database, commit);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<NewEvent> unit = events.stream().map(event -> serialised(event, serializer)).toList();
        switch (commit.append(unit, Receipt.part())) {
            case Outcome.Stored(long first) -> Receipt.note(first + unit.size() - 1);
            case Outcome.Refused(Exception cause) when UniqueViolation.isOfRequest(cause) ->
                throw new ConcurrencyException("the same request was carried out in between", cause);
            case Outcome.Refused(Exception cause) -> handlePersistenceException(cause, events.getFirst());
            case Outcome.NotStored(Exception cause) -> throw new LedgerUnavailable(cause);
            case Outcome.Unknown(Exception cause) -> throw LedgerUnavailable.outcomeUnknown(cause);
        }
    }

    /** @throws Malformed for an event that could not be proved later */
    private static NewEvent serialised(EventMessage<?> message, Serializer serializer) {
        SerializedObject<byte[]> payload = message.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metadata = message.serializeMetaData(serializer, byte[].class);
        DomainEventMessage<?> event = inStream(message);
        return NewEvent.of(
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                Objects.requireNonNullElse(event.getType(), EventRows.NO_TYPE),
                UUID.fromString(event.getIdentifier()),
                payload.getType().getName(),
                Objects.requireNonNullElse(payload.getType().getRevision(), EventRows.NO_REVISION),
                event.getTimestamp().truncatedTo(ChronoUnit.MICROS),
                payload.getData(),
                metadata.getData());
    }

    /** An event of no aggregate is a stream of its own, under its own name. */
    private static DomainEventMessage<?> inStream(EventMessage<?> message) {
        return message instanceof DomainEventMessage<?> event
                ? event
                : new GenericDomainEventMessage<>(null, message.getIdentifier(), 0, message, message::getTimestamp);
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String stream, long firstSequenceNumber, int batchSize) {
        return rows.ofStream(stream, firstSequenceNumber, batchSize);
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return rows.after(EventRows.position(lastToken), batchSize);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return rows.lastSequenceNumber(stream);
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(-1);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(rows.size() - 1);
    }

    /** Before the first event, in the order of the ledger, that was recorded then or later. */
    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(rows.firstSince(dateTime).orElseGet(rows::size) - 1);
    }

    /** There are no snapshots: streams are short, and aggregates are cached. */
    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("the ledger keeps events, and nothing that is derived from them");
    }

    /** Upcasters and serializers are Axon's to choose; the rest is the ledger's. */
    public static final class Builder extends BatchingEventStorageEngine.Builder {

        private final DataSource database;
        private final GroupCommit commit;

        private Builder(DataSource database, GroupCommit commit) {
            this.database = database;
            this.commit = commit;
            batchSize(BATCH);
            persistenceExceptionResolver(cause -> cause instanceof SQLException sql && UniqueViolation.is(sql));
        }

        /** For events alone: there are no snapshots to serialise. */
        @Override
        public Builder eventSerializer(Serializer serializer) {
            super.eventSerializer(serializer);
            super.snapshotSerializer(serializer);
            return this;
        }

        public LedgerEngine build() {
            return new LedgerEngine(this);
        }
    }
}
