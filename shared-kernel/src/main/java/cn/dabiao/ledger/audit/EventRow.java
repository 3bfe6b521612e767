package cn.dabiao.ledger.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

import cn.dabiao.ledger.bundle.BundledEvent;
import cn.dabiao.ledger.proof.Leaf;

/** A row of the ledger, byte by byte. Its leaf is derived from what is stored, and not the hash that is stored beside. */
final class EventRow {

    /** Of a table that is called {@code event}. */
    static final String COLUMNS =
            """
            event.position, event.stream_id, event.stream_seq, event.stream_type, event.event_id, event.event_type,
            event.revision, event.recorded_at, event.payload, event.metadata
            """;

    private EventRow() {}

    static BundledEvent of(ResultSet row) throws SQLException {
        byte[] payload = row.getBytes("payload");
        byte[] metadata = row.getBytes("metadata");
        Leaf leaf = Leaf.of(
                row.getLong("position"),
                row.getString("stream_id"),
                row.getLong("stream_seq"),
                row.getString("stream_type"),
                row.getObject("event_id", UUID.class),
                row.getString("event_type"),
                row.getString("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                payload,
                metadata);
        return new BundledEvent(leaf, payload, metadata);
    }
}
