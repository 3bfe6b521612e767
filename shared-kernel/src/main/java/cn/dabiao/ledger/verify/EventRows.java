package cn.dabiao.ledger.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All rows of {@code ledger.event}, read once in the order of their positions. */
final class EventRows {

    private static final int MAX_EVENTS = 8_192;
    /** Of payloads and metadata in one chunk; at most three chunks are held at once. */
    private static final int MAX_BYTES = 16 << 20;
    private static final String EVENTS =
            """
            SELECT position, stream_id, stream_seq, stream_type, event_id, event_type, revision, recorded_at, payload,
                   metadata, leaf_hash
              FROM ledger.event
             ORDER BY position
            """;

    private final ResultSet events;
    private boolean left;

    EventRows(Connection connection) throws SQLException {
        this.events = Snapshot.cursor(connection, EVENTS);
        this.left = events.next();
    }

    /** As many as go into one chunk; none at the end. */
    List<StoredRow> next() throws SQLException {
        List<StoredRow> rows = new ArrayList<>(MAX_EVENTS);
        for (long bytes = 0; left && rows.size() < MAX_EVENTS && bytes < MAX_BYTES; left = events.next()) {
            StoredRow row = row();
            rows.add(row);
            bytes += row instanceof StoredEvent event ? event.bytes() : 0;
        }
        return rows;
    }

    private StoredRow row() throws SQLException {
        long position = events.getLong(1);
        String streamId = events.getString(2);
        long streamSeq = events.getLong(3);
        boolean incomplete = events.wasNull();
        String streamType = events.getString(4);
        UUID eventId = events.getObject(5, UUID.class);
        String eventType = events.getString(6);
        String revision = events.getString(7);
        OffsetDateTime recordedAt = events.getObject(8, OffsetDateTime.class);
        byte[] payload = events.getBytes(9);
        byte[] metadata = events.getBytes(10);
        byte[] leafHash = events.getBytes(11);
        if (incomplete || streamId == null || streamType == null || eventId == null || eventType == null || revision == null
                || recordedAt == null || payload == null || metadata == null || leafHash == null) {
            return new StoredRow.Incomplete(position, Optional.ofNullable(eventId));
        }
        return new StoredEvent(
                new StoredEvent.Place(position, streamId, streamSeq),
                new StoredEvent.Kind(streamType, eventId, eventType, revision, recordedAt.toInstant()),
                payload,
                metadata,
                leafHash);
    }
}
