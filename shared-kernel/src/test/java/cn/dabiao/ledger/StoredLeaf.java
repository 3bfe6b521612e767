package cn.dabiao.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

import cn.dabiao.ledger.proof.Leaf;

/** The leaf that a row of {@code ledger.event} makes, whatever hash is stored beside it. */
public final class StoredLeaf {

    private StoredLeaf() {}

    public static Leaf of(ResultSet row) throws SQLException {
        return Leaf.of(
                row.getLong("position"),
                row.getString("stream_id"),
                row.getLong("stream_seq"),
                row.getString("stream_type"),
                row.getObject("event_id", UUID.class),
                row.getString("event_type"),
                row.getString("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getBytes("payload"),
                row.getBytes("metadata"));
    }
}
