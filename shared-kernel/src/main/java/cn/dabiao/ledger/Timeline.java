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
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/**
 * How far the ledger had come at an instant. Positions are given at the commit, times before it and by each node's own
 * clock, so that times are not quite in the order of positions: what had been recorded at an instant is the longest
 * beginning of the ledger without an event of a later time.
 *
 * <p>What is in the ledger never changes: of every whole block of positions the latest time up to its end is read once
 * and kept, one instant for some thousands of events. The first question after a start reads the times of the whole
 * ledger, unless {@link #learnMore} has read them before; each later one those of what has come since and of one block.
 *
 * <p>However many ask, one reads, on one connection; the others wait for it without holding any.
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
    private volatile List<Instant> latest = List.of();
    private final ReentrantLock learning = new ReentrantLock();

    public Timeline(DataSource database) {
        this.database = database;
    }

    /** The last position of the longest beginning of the ledger in which everything was recorded at or before this. */
    public long positionAt(Instant asked) {
        // As events are stored: to the microsecond.
        Instant at = asked.truncatedTo(ChronoUnit.MICROS);
        long end = end();
        while (latest.size() < end / BLOCK) {
            learn(end / BLOCK);
        }
        long from = blocksUpTo(end / BLOCK, at) * BLOCK;
        // Where no whole block is later, what follows the last of them is less than one.
        return first(from, Math.min(end, from + BLOCK), at) - 1;
    }

    /**
     * Reads the times of the next few whole blocks that are not known yet, with one query.
     *
     * @return whether there are more of them
     */
    public boolean learnMore() {
        long whole = end() / BLOCK;
        learn(whole);
        return latest.size() < whole;
    }

    /** Reads on a little towards so many blocks; no connection is held while another does so. */
    private void learn(long whole) {
        learning.lock();
        try {
            int known = latest.size();
            if (known < whole) {
                List<Instant> more = new ArrayList<>(latest);
                for (Instant own : latestOf(known, Math.min(whole, known + BLOCKS_AT_ONCE))) {
                    more.add(more.isEmpty() || own.isAfter(more.getLast()) ? own : more.getLast());
                }
                latest = List.copyOf(more);
            }
        } finally {
            learning.unlock();
        }
    }

    /** How many whole blocks hold nothing later than this. */
    private long blocksUpTo(long whole, Instant at) {
        List<Instant> known = latest;
        int low = 0;
        int high = Math.toIntExact(whole);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (known.get(middle).isAfter(at)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private long end() {
        return query(END, row -> row.getLong(1)).getFirst();
    }

    private List<Instant> latestOf(long from, long to) {
        return query(LATEST, row -> row.getObject(1, OffsetDateTime.class).toInstant(), from * BLOCK, to * BLOCK);
    }

    /** The first position from here on with a later time; {@code end} where there is none before it. */
    private long first(long from, long end, Instant at) {
        return query(FIRST_AFTER, row -> row.getLong(1), from, end, at.atOffset(ZoneOffset.UTC)).stream()
                .findFirst()
                .orElse(end);
    }

    private <T> List<T> query(String sql, Row<T> row, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setObject(index + 1, parameters[index]);
            }
            List<T> answers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    answers.add(row.of(rows));
                }
            }
            return answers;
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
