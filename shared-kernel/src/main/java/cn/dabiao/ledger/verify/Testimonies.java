package cn.dabiao.ledger.verify;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** All checkpoints, the stored ones and those brought along, read once in the order of their sizes. */
final class Testimonies {

    private static final String CHECKPOINTS = "SELECT size, note, verifier_key FROM ledger.checkpoint ORDER BY size";

    private final Trust trust;
    private final ResultSet checkpoints;
    private final Deque<Testimony> outside;
    private @Nullable Testimony ahead;
    private long stored;

    Testimonies(Connection connection, Trust trust) throws SQLException {
        this.trust = trust;
        this.checkpoints = Snapshot.cursor(connection, CHECKPOINTS);
        this.outside = new ArrayDeque<>(trust.outside());
        this.ahead = nextStored();
    }

    /** Those about trees up to this size that were not told before. */
    List<Testimony> upTo(long size) throws SQLException {
        List<Testimony> told = new ArrayList<>();
        for (; ahead != null && ahead.size() <= size; ahead = nextStored()) {
            told.add(ahead);
        }
        while (!outside.isEmpty() && outside.getFirst().size() <= size) {
            told.add(outside.removeFirst());
        }
        told.sort(Comparator.comparingLong(Testimony::size));
        return told;
    }

    /** The next about a larger tree. How many more there are does not matter. */
    Optional<Testimony> beyond() {
        return Optional.ofNullable(ahead).or(() -> Optional.ofNullable(outside.peekFirst()));
    }

    /** How many stored ones were read so far. */
    long stored() {
        return stored;
    }

    private @Nullable Testimony nextStored() throws SQLException {
        if (!checkpoints.next()) {
            return null;
        }
        stored++;
        return trust.stored(
                checkpoints.getLong("size"),
                Optional.ofNullable(checkpoints.getString("note")).orElse(""),
                Optional.ofNullable(checkpoints.getString("verifier_key")).orElse(""));
    }
}
