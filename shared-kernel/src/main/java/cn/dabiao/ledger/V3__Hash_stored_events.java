package cn.dabiao.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

import cn.dabiao.ledger.proof.Frontier;
import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.Leaf;

/** Puts the events that were stored before there was a tree into the tree, and makes the head. */
final class V3__Hash_stored_events extends BaseJavaMigration {

    private static final int ROWS = 1_000;
    private static final String EVENTS =
            """
            SELECT position, stream_id, stream_seq, stream_type, event_id, event_type, revision, recorded_at, payload,
                   metadata
              FROM ledger.event
             ORDER BY position
            """;
    private static final String LEAF = "UPDATE ledger.event SET leaf_hash = ? WHERE position = ?";
    private static final String NODE = "INSERT INTO ledger.node (level, index, hash) VALUES (?, ?, ?)";
    private static final String HEAD = "INSERT INTO ledger.head (size, frontier, root) VALUES (?, ?, ?)";

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        Frontier tree = Frontier.EMPTY;
        try (Statement reading = connection.createStatement();
                PreparedStatement leaves = connection.prepareStatement(LEAF);
                PreparedStatement nodes = connection.prepareStatement(NODE)) {
            reading.setFetchSize(ROWS);
            try (ResultSet events = reading.executeQuery(EVENTS)) {
                while (events.next()) {
                    Leaf leaf = leaf(events);
                    tree = tree.append(List.of(leaf.hash()), (level, index, hash) -> add(nodes, level, index, hash));
                    leaves.setBytes(1, leaf.hash().toBytes());
                    leaves.setLong(2, leaf.position());
                    leaves.addBatch();
                    if (tree.size() % ROWS == 0) {
                        leaves.executeBatch();
                        nodes.executeBatch();
                    }
                }
            }
            leaves.executeBatch();
            nodes.executeBatch();
        }
        writeHead(connection, tree);
    }

    private static Leaf leaf(ResultSet event) throws SQLException {
        return Leaf.of(
                event.getLong("position"),
                event.getString("stream_id"),
                event.getLong("stream_seq"),
                event.getString("stream_type"),
                event.getObject("event_id", UUID.class),
                event.getString("event_type"),
                event.getString("revision"),
                event.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                event.getBytes("payload"),
                event.getBytes("metadata"));
    }

    private static void add(PreparedStatement nodes, int level, long index, Hash hash) {
        try {
            nodes.setInt(1, level);
            nodes.setLong(2, index);
            nodes.setBytes(3, hash.toBytes());
            nodes.addBatch();
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }

    private static void writeHead(Connection connection, Frontier tree) throws SQLException {
        try (PreparedStatement head = connection.prepareStatement(HEAD)) {
            head.setLong(1, tree.size());
            head.setBytes(2, tree.toBytes());
            head.setBytes(3, tree.root().toBytes());
            head.executeUpdate();
        }
    }
}
