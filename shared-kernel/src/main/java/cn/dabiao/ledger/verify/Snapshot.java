package cn.dabiao.ledger.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * The store as it was at one moment, whatever is appended meanwhile: one transaction that can only read. Its chunks are
 * read once, in order, and each is all that is held of them.
 */
final class Snapshot implements AutoCloseable {

    private static final int ROWS = 1_000;
    private static final int MAX_EVENTS = 8_192;
    /** Of payloads and metadata in one chunk; at most three chunks are held at once. */
    private static final int MAX_BYTES = 16 << 20;

    private static final String HEAD = "SELECT size, frontier, root FROM ledger.head";
    private static final String EVENTS =
            """
            SELECT position, stream_id, stream_seq, stream_type, event_id, event_type, revision, recorded_at, payload,
                   metadata, leaf_hash
              FROM ledger.event
             ORDER BY position
            """;
    private static final String EVENT_ID = "SELECT event_id FROM ledger.event WHERE position = ?";
    private static final String CHECKPOINTS = "SELECT size, note, verifier_key FROM ledger.checkpoint ORDER BY size";

    private final Connection connection;
    private final Trust trust;
    private final ResultSet events;
    private final ResultSet checkpoints;
    private final StoredNodes nodes;
    private boolean eventsLeft;
    private long storedCheckpoints;
    private @Nullable Testimony ahead;
    private int outsideTaken;
    private long next;

    private Snapshot(Connection connection, Trust trust) throws SQLException {
        this.connection = connection;
        this.trust = trust;
        this.nodes = new StoredNodes(connection);
        this.events = open(EVENTS);
        this.eventsLeft = events.next();
        this.checkpoints = open(CHECKPOINTS);
        this.ahead = nextCheckpoint();
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

    /** The next stretch; one without events is the last, and testifies of what should have come. */
    Chunk chunk() throws SQLException {
        long first = next;
        List<StoredRow> rows = new ArrayList<>(MAX_EVENTS);
        for (long bytes = 0; eventsLeft && rows.size() < MAX_EVENTS && bytes < MAX_BYTES; eventsLeft = events.next()) {
            StoredRow row = row();
            rows.add(row);
            bytes += row instanceof StoredEvent event ? event.bytes() : 0;
        }
        next += rows.size();
        return new Chunk(first, rows, nodes.filledBetween(first, next), testimonies(rows.isEmpty()));
    }

    private List<Testimony> testimonies(boolean atTheEnd) throws SQLException {
        List<Testimony> testimonies = new ArrayList<>();
        for (; ahead != null && ahead.size() <= next; ahead = nextCheckpoint()) {
            testimonies.add(ahead);
        }
        for (; outsideTaken < trust.outside().size() && (atTheEnd || trust.outside().get(outsideTaken).size() <= next); outsideTaken++) {
            testimonies.add(trust.outside().get(outsideTaken));
        }
        if (atTheEnd && ahead != null) {
            // It speaks of more events than there are; how many more do so does not matter.
            testimonies.add(ahead);
        }
        testimonies.sort(Comparator.comparingLong(Testimony::size));
        return testimonies;
    }

    /** How many were read so far. */
    long storedCheckpoints() {
        return storedCheckpoints;
    }

    private ResultSet open(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(ROWS);
        // Binary from the first row on: bytes that come as text take twice the way and most of the time.
        statement.unwrap(PGStatement.class).setPrepareThreshold(-1);
        return statement.executeQuery();
    }

    private StoredRow row() throws SQLException {
        long position = events.getLong(1);
        String streamId = events.getString(2);
        long streamSeq = events.getLong(3);
        boolean incomplete = events.wasNull();
        String streamType = events.getString(4);
        UUID eventId = events.getObject(5, UUID.class);
        String eventType = events.getString(6);
        String revision = events.getString(7);
        OffsetDateTime recordedAt = events.getObject(8, OffsetDateTime.class);
        byte[] payload = events.getBytes(9);
        byte[] metadata = events.getBytes(10);
        byte[] leafHash = events.getBytes(11);
        if (incomplete || streamId == null || streamType == null || eventId == null || eventType == null || revision == null
                || recordedAt == null || payload == null || metadata == null || leafHash == null) {
            return new StoredRow.Incomplete(position, Optional.ofNullable(eventId));
        }
        return new StoredEvent(
                new StoredEvent.Place(position, streamId, streamSeq),
                new StoredEvent.Kind(streamType, eventId, eventType, revision, recordedAt.toInstant()),
                payload,
                metadata,
                leafHash);
    }

    private @Nullable Testimony nextCheckpoint() throws SQLException {
        if (!checkpoints.next()) {
            return null;
        }
        storedCheckpoints++;
        return trust.stored(
                checkpoints.getLong("size"),
                Optional.ofNullable(checkpoints.getString("note")).orElse(""),
                Optional.ofNullable(checkpoints.getString("verifier_key")).orElse(""));
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
