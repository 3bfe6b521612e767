package cn.dabiao.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SimpleSerializedObject;
import org.postgresql.PGStatement;

/** Reads stretches of the ledger in its order, for whoever has to see all of it: one cursor, and a few events in memory. */
public final class EventScan {

    private static final int ROWS = 1_000;
    private static final String EVENTS =
            """
            SELECT position, stream_id, stream_seq, stream_type, CAST(event_id AS text), event_type, revision, recorded_at,
                   payload, metadata
              FROM ledger.event
             WHERE position > ? AND position <= ?
             ORDER BY position
            """;

    private final DataSource database;
    private final EventSerializer serializer;

    public EventScan(DataSource database, EventSerializer serializer) {
        this.database = database;
        this.serializer = serializer;
    }

    /** Takes a chunk of events; false ends the reading. */
    @FunctionalInterface
    public interface Chunks {

        boolean take(List<TrackedEventMessage<?>> events) throws InterruptedException;
    }

    /**
     * Hands on every event after one position and up to another, in order. The events are read from their JSON when their
     * payload is first asked for.
     */
    public void each(long after, long upTo, Chunks chunks) throws InterruptedException {
        try (Connection connection = database.getConnection()) {
            // Outside a transaction the driver would fetch everything before the first row.
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(EVENTS)) {
                statement.setFetchSize(ROWS);
                // Binary from the first row on: bytes that come as text take twice the way and most of the time.
                statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
                statement.setLong(1, after);
                statement.setLong(2, upTo);
                try (ResultSet rows = statement.executeQuery()) {
                    handOn(rows, chunks);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }

    private void handOn(ResultSet rows, Chunks chunks) throws SQLException, InterruptedException {
        List<TrackedEventMessage<?>> chunk = new ArrayList<>(ROWS);
        while (rows.next()) {
            chunk.add(event(rows));
            if (chunk.size() == ROWS) {
                if (!chunks.take(chunk)) {
                    return;
                }
                chunk = new ArrayList<>(ROWS);
            }
        }
        if (!chunk.isEmpty()) {
            chunks.take(chunk);
        }
    }

    private TrackedEventMessage<?> event(ResultSet row) throws SQLException {
        Instant recordedAt = row.getObject(8, OffsetDateTime.class).toInstant();
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(row.getLong(1)),
                row.getString(4),
                row.getString(2),
                row.getLong(3),
                new SerializedMessage<>(
                        row.getString(5),
                        new SimpleSerializedObject<>(
                                row.getBytes(9), byte[].class, row.getString(6), row.getString(7)),
                        new SimpleSerializedObject<>(row.getBytes(10), byte[].class, MetaData.class.getName(), null),
                        serializer),
                () -> recordedAt);
    }
}
