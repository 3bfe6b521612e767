package cn.dabiao.ledger.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.ledger.LedgerUnavailable;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.ledger.bundle.BundledEvent;
import cn.dabiao.ledger.proof.MerkleTree;
import cn.dabiao.ledger.signing.CheckpointRows;
import cn.dabiao.ledger.signing.SignedCheckpoint;
import cn.dabiao.ledger.signing.Signer;
import cn.dabiao.ledger.signing.StoredNodes;

/** Reads what shows that the ledger is what it was. Every method that fails to read is {@link LedgerUnavailable}. */
public final class Audit {

    private static final String SIZE = "SELECT size FROM ledger.head";
    private static final String ASK = "SELECT pg_notify('" + Signer.CHANNEL + "', '')";
    private static final String AT = "SELECT " + EventRow.COLUMNS + " FROM ledger.event WHERE position = ?";
    private static final String FIRST =
            "SELECT " + EventRow.COLUMNS + " FROM ledger.event WHERE stream_id = ? AND stream_seq = 0";

    private final DataSource database;

    public Audit(DataSource database) {
        this.database = database;
    }

    /** How many events there are. */
    public long size() {
        return reading(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SIZE);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    public Optional<SignedCheckpoint> newestCheckpoint() {
        return reading(CheckpointRows::newest);
    }

    /** Not every size has been signed. */
    public Optional<SignedCheckpoint> checkpoint(long size) {
        return reading(connection -> CheckpointRows.ofSize(connection, size));
    }

    /** Asks whoever signs for a checkpoint of what there is now. */
    public void askForCheckpoint() {
        reading(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ASK)) {
                return statement.execute();
            }
        });
    }

    /** @throws IllegalArgumentException unless 0 ≤ position &lt; size; a size there is not yet has no proof */
    public InclusionProof inclusion(long position, long size) {
        return reading(connection -> StoredNodes.compute(connection, nodes -> new InclusionProof(
                position,
                size,
                MerkleTree.root(size, nodes),
                nodes.hash(0, position),
                MerkleTree.inclusionPath(position, size, nodes))));
    }

    /** @throws IllegalArgumentException unless 0 &lt; from ≤ to; a size there is not yet has no proof */
    public ConsistencyProof consistency(long from, long to) {
        return reading(connection -> StoredNodes.compute(connection, nodes -> new ConsistencyProof(
                from,
                MerkleTree.root(from, nodes),
                to,
                MerkleTree.root(to, nodes),
                MerkleTree.consistencyPath(from, to, nodes))));
    }

    /** The event at a position; empty beyond the end. */
    public Optional<BundledEvent> event(long position) {
        return event(AT, position);
    }

    /** The event that opened a stream. */
    public Optional<BundledEvent> firstOf(StreamId stream) {
        return event(FIRST, stream.value());
    }

    /** The position of the last event that concerns a school; -1 when there is none. */
    public long lastOf(SchoolCode school) {
        return reading(connection -> SchoolEvents.last(connection, school));
    }

    /**
     * Writes the bundle of a school as of a checkpoint; holds one event at a time and leaves the stream open.
     *
     * @param at a checkpoint that covers at least one event of the school
     */
    public void writeBundle(SchoolCode school, SignedCheckpoint at, OutputStream out) throws IOException {
        try (Connection connection = database.getConnection()) {
            SchoolEvents.write(connection, school, at, out);
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }

    private Optional<BundledEvent> event(String sql, Object key) {
        return reading(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, key);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(EventRow.of(row)) : Optional.empty();
                }
            }
        });
    }

    private <T> T reading(Reading<T> reading) {
        try (Connection connection = database.getConnection()) {
            return reading.of(connection);
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }

    private interface Reading<T> {
        T of(Connection connection) throws SQLException;
    }
}
