package cn.dabiao.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** Axon's JDBC engine over {@code ledger.event}: real uuid and timestamptz columns, and conflicts seen as conflicts. */
public final class JdbcLedger extends JdbcEventStorageEngine {

    private static final int BATCH = 500;
    private static final String APPEND =
            """
            INSERT INTO ledger.event
                   (event_id, stream_id, stream_seq, stream_type, recorded_at, event_type, revision, payload, metadata)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private JdbcLedger(Builder builder) {
        super(builder);
    }

    public static JdbcLedger of(
            ConnectionProvider connections, TransactionManager transactions, EventSerializer serializer) {
        return new JdbcLedger(JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .schema(LedgerSchema.SCHEMA)
                .persistenceExceptionResolver(new UniqueViolationResolver())
                .batchSize(BATCH)
                // A write that lost a race leaves a hole in the sequence; readers forget it after a minute.
                .gapCleaningThreshold(1)
                // A short batch is the last one: no empty query to make sure.
                .finalAggregateBatchPredicate(batch -> batch.size() < BATCH));
    }

    @Override
    protected PreparedStatement appendEvents(
            Connection connection, List<? extends EventMessage<?>> events, Serializer serializer) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(APPEND);
        for (EventMessage<?> message : events) {
            DomainEventMessage<?> event = (DomainEventMessage<?>) message;
            SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
            SerializedObject<byte[]> metadata = event.serializeMetaData(serializer, byte[].class);
            statement.setObject(1, UUID.fromString(event.getIdentifier()));
            statement.setString(2, event.getAggregateIdentifier());
            statement.setLong(3, event.getSequenceNumber());
            statement.setString(4, event.getType());
            writeTimestamp(statement, 5, event.getTimestamp());
            statement.setString(6, payload.getType().getName());
            statement.setString(7, payload.getType().getRevision());
            statement.setBytes(8, payload.getData());
            statement.setBytes(9, metadata.getData());
            statement.addBatch();
        }
        return statement;
    }

    /** There are no snapshots: streams are short. */
    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toString();
    }

    @Override
    protected void writeTimestamp(PreparedStatement statement, int position, Instant timestamp) throws SQLException {
        statement.setObject(position, timestamp.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
    }
}
