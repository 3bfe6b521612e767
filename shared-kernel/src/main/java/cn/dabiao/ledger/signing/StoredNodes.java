package cn.dabiao.ledger.signing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.Malformed;
import cn.dabiao.ledger.proof.MerkleTree;
import cn.dabiao.ledger.proof.NodeReader;

/**
 * The hashes of full subtrees as they are stored. Whatever is computed from them costs one query: a first run finds out
 * which ones are asked for, a second one computes.
 */
public final class StoredNodes {

    static final String HASHES =
            """
            SELECT wanted.level, wanted.index, coalesce(node.hash, event.leaf_hash) AS hash
              FROM unnest(?, ?) AS wanted (level, index)
              LEFT JOIN ledger.node USING (level, index)
              LEFT JOIN ledger.event ON wanted.level = 0 AND event.position = wanted.index
            """;

    private StoredNodes() {}

    /**
     * What {@code computation} makes of the nodes. It has to ask for the same ones whatever their hashes are, as proofs
     * and roots do.
     *
     * @throws Malformed when a node is missing, or is no hash
     */
    public static <T> T compute(Connection connection, Function<NodeReader, T> computation) throws SQLException {
        Set<Place> wanted = new LinkedHashSet<>();
        var _ = computation.apply((level, index) -> {
            wanted.add(new Place(level, index));
            return MerkleTree.EMPTY_ROOT;
        });
        Map<Place, Hash> hashes = read(connection, wanted);
        return computation.apply((level, index) -> Optional.ofNullable(hashes.get(new Place(level, index)))
                .orElseThrow(() -> new Malformed("node %d of level %d is not stored".formatted(index, level))));
    }

    private static Map<Place, Hash> read(Connection connection, Set<Place> wanted) throws SQLException {
        Map<Place, Hash> hashes = new HashMap<>();
        if (wanted.isEmpty()) {
            return hashes;
        }
        try (PreparedStatement statement = connection.prepareStatement(HASHES)) {
            statement.setArray(1, connection.createArrayOf("int2", wanted.stream().map(Place::level).toArray()));
            statement.setArray(2, connection.createArrayOf("int8", wanted.stream().map(Place::index).toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    byte[] hash = row.getBytes("hash");
                    if (hash != null) {
                        hashes.put(new Place(row.getInt("level"), row.getLong("index")), Hash.of(hash));
                    }
                }
            }
        }
        return hashes;
    }

    private record Place(int level, long index) {}
}
