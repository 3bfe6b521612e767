package cn.dabiao.ledger.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

import org.postgresql.PGStatement;

/**
 * The store as it was at one moment, whatever is appended meanwhile: one transaction that can only read. Its chunks are
 * read once, in order, and each is all that is held of them.
 */
final class Snapshot implements AutoCloseable {

    private static final int ROWS = 1_000;
    private static final String HEAD = "SELECT size, frontier, root FROM ledger.head";
    private static final String EVENT_ID = "SELECT event_id FROM ledger.event WHERE position = ?";

    private final Connection connection;
    private final EventRows events;
    private final Testimonies testimonies;
    private final StoredNodes nodes;
    private long next;

    private Snapshot(Connection connection, Trust trust) throws SQLException {
        this.connection = connection;
        this.events = new EventRows(connection);
        this.testimonies = new Testimonies(connection, trust);
        this.nodes = new StoredNodes(connection);
    }

    static Snapshot take(DataSource database, Trust trust) throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            // Cursors need a transaction, and the transaction is the snapshot.
            connection.setAutoCommit(false);
            return new Snapshot(connection, trust);
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
    }

    /** The rows of a query, a few at a time. */
    static ResultSet cursor(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(ROWS);
        // Binary from the first row on: bytes that come as text take twice the way and most of the time.
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        return statement.executeQuery();
    }

    /** Empty when there is none, or more than one. */
    Optional<StoredHead> head() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HEAD);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            StoredHead head = StoredHead.of(row.getLong("size"), bytes(row, "frontier"), bytes(row, "root"));
            return row.next() ? Optional.empty() : Optional.of(head);
        }
    }

    Optional<UUID> eventAt(long position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EVENT_ID)) {
            statement.setLong(1, position);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    StoredNodes nodes() {
        return nodes;
    }

    Testimonies testimonies() {
        return testimonies;
    }

    /** The next stretch; one without events is the last. */
    Chunk chunk() throws SQLException {
        long first = next;
        List<StoredRow> rows = events.next();
        next += rows.size();
        return new Chunk(first, rows, nodes.filledBetween(first, next), testimonies.upTo(next));
    }

    private static byte[] bytes(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).orElse(new byte[0]);
    }

    /** Closes cursors and connection: there is nothing to commit. */
    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}
