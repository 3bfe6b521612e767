package cn.dabiao.app.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import cn.dabiao.ledger.proof.Frontier;
import cn.dabiao.ledger.proof.Leaf;

/** The tree as the stored events make it, whatever the writer stored beside them. */
final class DerivedTree {

    private DerivedTree() {}

    /** Every stored leaf and the stored head are what the events make them. */
    static void assertStored(Connection connection) throws SQLException {
        Frontier tree = Frontier.EMPTY;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM ledger.event ORDER BY position")) {
            while (row.next()) {
                Leaf leaf = leaf(row);
                assertThat(leaf.position()).as("dense from 0").isEqualTo(tree.size());
                assertThat(row.getBytes("leaf_hash")).as("leaf %d", leaf.position()).isEqualTo(leaf.hash().toBytes());
                tree = tree.append(List.of(leaf.hash()), (_, _, _) -> {});
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet head = statement.executeQuery("SELECT size, root FROM ledger.head")) {
            head.next();
            assertThat(head.getLong("size")).isEqualTo(tree.size());
            assertThat(head.getBytes("root")).as("the root").isEqualTo(tree.root().toBytes());
        }
    }

    private static Leaf leaf(ResultSet row) throws SQLException {
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
