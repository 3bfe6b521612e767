package cn.dabiao.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import cn.dabiao.ledger.proof.Frontier;

/**
 * The connection of the one who appends. Opening it raises the fence: whatever an earlier connection of anybody has sent
 * and not yet committed will change nothing any more, once the new head is known.
 */
final class WriterConnection implements AutoCloseable {

    /** What is acknowledged has to be on disk, even where the database or the role is set to answer before it is. */
    private static final String DURABLE =
            """
            SELECT set_config('synchronous_commit', 'on', false)
             WHERE current_setting('synchronous_commit') = 'off'
            """;
    private static final String RAISE_FENCE =
            "UPDATE ledger.head SET fence = fence + 1 RETURNING size, fence, frontier";
    private static final String LOCK_HEAD = "SELECT size, fence, frontier FROM ledger.head FOR UPDATE";
    private static final String APPEND =
            """
            SELECT appended, size, fence, frontier
              FROM ledger.append(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String APPEND_ONCE =
            """
            SELECT appended, size, fence, frontier
              FROM ledger.append_once(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String STORED =
            """
            SELECT event_id, position
              FROM unnest(?, ?, ?) AS sent (stream_id, stream_seq, event_id)
              JOIN ledger.event USING (stream_id, stream_seq, event_id)
            """;

    private final Connection connection;
    private final PreparedStatement append;
    private final PreparedStatement appendOnce;
    private Head head;

    private WriterConnection(Connection connection) throws SQLException {
        this.connection = connection;
        this.append = connection.prepareStatement(APPEND);
        this.appendOnce = connection.prepareStatement(APPEND_ONCE);
        this.head = head(RAISE_FENCE);
    }

    /** @throws SQLException when there is no connection or no head; then nothing that was sent before is settled */
    static WriterConnection open(DataSource database, Duration maxWait) throws SQLException {
        Connection connection = database.getConnection();
        try {
            prepare(connection, maxWait);
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            return new WriterConnection(connection);
        } catch (SQLException e) {
            try (connection) {
                throw e;
            }
        }
    }

    /** The database gives up first, so that its answer is a clear one; only a dead line is left to the socket. */
    private static void prepare(Connection connection, Duration maxWait) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(maxWait.plusSeconds(2).toMillis()));
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = " + maxWait.toMillis());
            statement.execute("SET statement_timeout = " + maxWait.toMillis());
            // Nobody may hold the head locked because a line broke that the server believes in.
            statement.execute("SET idle_in_transaction_session_timeout = " + maxWait.toMillis());
            statement.execute(DURABLE);
        }
    }

    /** The head after what this connection last heard of; others may have moved on. */
    Head head() {
        return head;
    }

    /** Appends behind the head; false when others had moved on, or raised the fence. Then the head is the new one. */
    boolean append(List<UnitOfEvents> units) throws SQLException {
        Batch batch = new Batch(head, units);
        PreparedStatement statement = batch.hasParts() ? appendOnce : append;
        batch.bind(statement);
        try (ResultSet answer = statement.executeQuery()) {
            answer.next();
            if (answer.getBoolean("appended")) {
                head = batch.after();
                return true;
            }
            head = read(answer);
            return false;
        }
    }

    /** Begins a transaction in which nobody else can append; one that is open is rolled back. */
    void begin() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
        connection.setAutoCommit(false);
        head = head(LOCK_HEAD);
    }

    /** Appends in a transaction begun by {@link #begin}, and answers where. */
    long appendLocked(List<UnitOfEvents> units) throws SQLException {
        long first = head.size();
        if (!append(units)) {
            throw new IllegalStateException("the head moved while it was locked");
        }
        return first;
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    Mark mark() throws SQLException {
        return new Mark(connection.setSavepoint(), head);
    }

    void backTo(Mark mark) throws SQLException {
        connection.rollback(mark.savepoint());
        head = mark.head();
    }

    void release(Mark mark) throws SQLException {
        connection.releaseSavepoint(mark.savepoint());
    }

    /** Where in the ledger those of the events stand that are stored. */
    Map<UUID, Long> stored(List<NewEvent> events) throws SQLException {
        Map<UUID, Long> positions = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(STORED)) {
            statement.setArray(1, connection.createArrayOf("text", events.stream().map(NewEvent::streamId).toArray()));
            statement.setArray(2, connection.createArrayOf("int8", events.stream().map(NewEvent::streamSeq).toArray()));
            statement.setArray(3, connection.createArrayOf("uuid", events.stream().map(NewEvent::eventId).toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    positions.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
        }
        return positions;
    }

    private Head head(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                throw new SQLException("ledger.head is empty: the ledger's migrations have not run");
            }
            return read(row);
        }
    }

    private static Head read(ResultSet row) throws SQLException {
        return new Head(Frontier.of(row.getLong("size"), row.getBytes("frontier")), row.getLong("fence"));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** A place in the transaction to come back to. */
    record Mark(Savepoint savepoint, Head head) {}
}
