package cn.dabiao.ledger.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.postgresql.PGStatement;

import cn.dabiao.ledger.proof.Hash;

/** What is stored of the tree's inside, {@code ledger.node}; and what the database's own bookkeeping tells. */
final class StoredNodes {

    private static final int MAX_LEVEL = 62;

    /** Whatever has not 32 bytes becomes the hash of nothing, which no node has: it must not shift the others. */
    private static final String FILLED =
            """
            SELECT string_agg(CASE WHEN octet_length(hash) = 32 THEN hash ELSE sha256('') END, ''::bytea
                              ORDER BY (index + 1) << node.level, node.level)
              FROM unnest(?, ?, ?) AS filled (level, start, stop)
              JOIN ledger.node ON node.level = filled.level AND node.index >= filled.start AND node.index < filled.stop
            """;
    private static final String HASH =
            """
            SELECT hash FROM ledger.node WHERE level = ? AND index = ?
             UNION ALL
            SELECT leaf_hash FROM ledger.event WHERE 0 = ? AND position = ?
            """;
    private static final String SUPERFLUOUS =
            """
            SELECT level, index FROM ledger.node
             WHERE level NOT BETWEEN 1 AND 62 OR index < 0 OR index >= ? >> level
             ORDER BY level, index LIMIT 1
            """;
    /** A row's version is as old as the transaction that wrote it; one that is changed is a new version. */
    private static final String YOUNGER_THAN_NODE =
            """
            SELECT min(position) FROM ledger.event
             WHERE position >= ? AND position < ?
               AND age(xmin) < (SELECT min(age(xmin)) FROM ledger.node WHERE level = ? AND index = ?)
            """;

    private final Connection connection;
    private final PreparedStatement filled;

    /** A subtree of {@code 2^level} leaves. */
    record Place(int level, long index) {

        long start() {
            return index << level;
        }

        long end() {
            return (index + 1) << level;
        }

        Place parent() {
            return new Place(level + 1, index >> 1);
        }

        Place sibling() {
            return new Place(level, index ^ 1);
        }

        boolean isLeft() {
            return (index & 1) == 0;
        }
    }

    StoredNodes(Connection connection) throws SQLException {
        this.connection = connection;
        this.filled = connection.prepareStatement(FILLED);
        filled.unwrap(PGStatement.class).setPrepareThreshold(-1);
    }

    /** The hashes of all nodes that fill while the tree grows from one size to another, in the order in which they do. */
    List<Hash> filledBetween(long from, long to) throws SQLException {
        List<Short> levels = new ArrayList<>();
        List<Long> starts = new ArrayList<>();
        List<Long> stops = new ArrayList<>();
        for (int level = 1; level <= MAX_LEVEL; level++) {
            levels.add((short) level);
            starts.add(from >> level);
            stops.add(to >> level);
        }
        filled.setArray(1, connection.createArrayOf("int2", levels.toArray()));
        filled.setArray(2, connection.createArrayOf("int8", starts.toArray()));
        filled.setArray(3, connection.createArrayOf("int8", stops.toArray()));
        try (ResultSet row = filled.executeQuery()) {
            row.next();
            byte[] hashes = Optional.ofNullable(row.getBytes(1)).orElse(new byte[0]);
            List<Hash> nodes = new ArrayList<>(hashes.length / Hash.LENGTH);
            for (int offset = 0; offset < hashes.length; offset += Hash.LENGTH) {
                nodes.add(Hash.of(Arrays.copyOfRange(hashes, offset, offset + Hash.LENGTH)));
            }
            return nodes;
        }
    }

    /** The hash as it is stored; level 0 are the leaf hashes of the events. Empty when it is no hash, too. */
    Optional<Hash> hash(Place place) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HASH)) {
            statement.setInt(1, place.level());
            statement.setLong(2, place.index());
            statement.setInt(3, place.level());
            statement.setLong(4, place.index());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.ofNullable(row.getBytes(1)).filter(it -> it.length == Hash.LENGTH).map(Hash::of)
                        : Optional.empty();
            }
        }
    }

    /** A node that no tree of this size has. */
    Optional<Place> superfluous(long size) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SUPERFLUOUS)) {
            statement.setLong(1, size);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Place(row.getInt(1), row.getLong(2))) : Optional.empty();
            }
        }
    }

    /**
     * The first of these events whose row was written after the node that stands for it, although an append writes a
     * node with, or after, its last event. It is a trace for whoever searches, and no proof: a database that was
     * restored may have lost it.
     */
    OptionalLong firstYoungerThan(Place node, long start, long end) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(YOUNGER_THAN_NODE)) {
            statement.setLong(1, start);
            statement.setLong(2, end);
            statement.setInt(3, node.level());
            statement.setLong(4, node.index());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long position = row.getLong(1);
                return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(position);
            }
        }
    }
}
