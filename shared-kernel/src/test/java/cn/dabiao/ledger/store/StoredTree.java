package cn.dabiao.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import cn.dabiao.ledger.StoredLeaf;
import cn.dabiao.ledger.proof.Frontier;
import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.Leaf;

/** Derives the whole tree from the stored events and holds it against what the writer stored beside them. */
final class StoredTree {

    private StoredTree() {}

    /** The event ids by their positions, which are dense from 0, once everything fits together. */
    static Map<UUID, Long> checked(DataSource database) throws SQLException {
        Map<UUID, Long> positions = new HashMap<>();
        Map<String, Hash> nodes = new HashMap<>();
        Frontier tree = Frontier.EMPTY;
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement()
                        .executeQuery("SELECT * FROM ledger.event ORDER BY position")) {
            while (row.next()) {
                assertThat(row.getLong("position")).isEqualTo(tree.size());
                Leaf leaf = StoredLeaf.of(row);
                assertThat(row.getBytes("leaf_hash")).isEqualTo(leaf.hash().toBytes());
                assertThat(positions.put(leaf.eventId(), leaf.position())).as("an event twice").isNull();
                tree = tree.append(
                        List.of(leaf.hash()), (level, index, hash) -> nodes.put(level + "/" + index, hash));
            }
        }
        try (Connection connection = database.getConnection()) {
            ResultSet head = connection.createStatement().executeQuery("SELECT * FROM ledger.head");
            head.next();
            assertThat(head.getLong("size")).isEqualTo(tree.size());
            assertThat(head.getBytes("root")).isEqualTo(tree.root().toBytes());
            assertThat(head.getBytes("frontier")).isEqualTo(tree.toBytes());
            ResultSet node = connection.createStatement().executeQuery("SELECT * FROM ledger.node");
            while (node.next()) {
                assertThat(nodes.remove(node.getInt("level") + "/" + node.getLong("index")))
                        .isEqualTo(Hash.of(node.getBytes("hash")));
            }
            assertThat(nodes).as("nodes that were not stored").isEmpty();
        }
        return positions;
    }
}
