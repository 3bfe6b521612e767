package cn.dabiao.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * How far the ledger had come at an instant. Positions are given at the commit, times before it and by each node's own
 * clock, so that times are not quite in the order of positions: what had been recorded at an instant is the longest
 * beginning of the ledger without an event of a later time.
 *
 * <p>What is in the ledger never changes: of every whole block of positions the latest time up to its end is read once
 * and kept, one instant for some thousands of events. The first question after a start reads the times of the whole
 * ledger, each later one those of what has come since and of one block.
 */
public final class Timeline {

    /** Before the first event. */
    public static final long BEGINNING = -1;

    private static final int BLOCK = 4096;
    private static final int BLOCKS_AT_ONCE = 16;
    private static final String LATEST =
            """
            SELECT max(recorded_at)
              FROM ledger.event
             WHERE position >= ?
               AND position <  ?
             GROUP BY position / %1$d
             ORDER BY position / %1$d
            """
                    .formatted(BLOCK);
    private static final String FIRST_AFTER =
            """
            SELECT position
              FROM ledger.event
             WHERE position    >= ?
               AND position    <  ?
               AND recorded_at >  ?
             ORDER BY position
             LIMIT 1
            """;
    private static final String END = "SELECT coalesce(max(position) + 1, 0) FROM ledger.event";

    private final DataSource database;
    /** Of each whole block the latest time from the beginning to its end: so these do ascend. */
    private final List<Instant> latest = new ArrayList<>();

    public Timeline(DataSource database) {
        this.database = database;
    }

    /** The last position of the longest beginning of the ledger in which everything was recorded at or before this. */
    public long positionAt(Instant asked) {
        // As events are stored: to the microsecond.
        Instant at = asked.truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = database.getConnection()) {
            long end = query(connection, END).getFirst();
            long from = blocksUpTo(end, at, connection) * BLOCK;
            // Where no whole block is later, what follows the last of them is less than one.
            long first = first(connection, from, Math.min(end, from + BLOCK), at);
            return first - 1;
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }

    /** How many whole blocks hold nothing later than this. */
    private synchronized long blocksUpTo(long end, Instant at, Connection connection) throws SQLException {
        long whole = end / BLOCK;
        while (latest.size() < whole) {
            grow(Math.min(whole, latest.size() + BLOCKS_AT_ONCE), connection);
        }
        int low = 0;
        int high = Math.toIntExact(whole);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (latest.get(middle).isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void grow(long blocks, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LATEST)) {
            statement.setLong(1, (long) latest.size() * BLOCK);
            statement.setLong(2, blocks * BLOCK);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Instant own = rows.getObject(1, OffsetDateTime.class).toInstant();
                    latest.add(latest.isEmpty() || own.isAfter(latest.getLast()) ? own : latest.getLast());
                }
            }
        }
    }

    /** The first position from here on with a later time; {@code end} where there is none before it. */
    private static long first(Connection connection, long from, long end, Instant at) throws SQLException {
        return query(connection, FIRST_AFTER, from, end, at.atOffset(ZoneOffset.UTC)).stream()
                .findFirst()
                .orElse(end);
    }

    private static List<Long> query(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            List<Long> numbers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    numbers.add(rows.getLong(1));
                }
            }
            return numbers;
        }
    }
}
