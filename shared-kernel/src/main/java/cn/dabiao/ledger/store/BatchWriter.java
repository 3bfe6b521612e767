package cn.dabiao.ledger.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches, one after the other, and finds out what became of each of their units, whatever happens on the way. Of
 * one thread at a time.
 */
final class BatchWriter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final DataSource database;
    private final Duration maxWait;
    private @Nullable WriterConnection open;

    BatchWriter(DataSource database, Duration maxWait) {
        this.database = database;
        this.maxWait = maxWait;
    }

    /**
     * The outcome of each unit, in their order. An outcome is known only after the commit.
     *
     * @param deadline until when to try for a connection, by {@link System#nanoTime}
     */
    List<Outcome> write(List<UnitOfEvents> units, long deadline) {
        WriterConnection connection;
        try {
            connection = connected(deadline);
        } catch (SQLException e) {
            return all(units, new Outcome.NotStored(e));
        }
        try {
            return atOnce(units, connection);
        } catch (SQLException e) {
            return switch (Failure.of(e)) {
                case REFUSED -> oneByOneOrSettled(units, connection);
                case UNABLE -> unable(units, e);
                case LOST -> settled(units, e);
            };
        }
    }

    private List<Outcome> atOnce(List<UnitOfEvents> units, WriterConnection connection) throws SQLException {
        long first = connection.head().size();
        if (!connection.append(units)) {
            // Others appended in between. Once more, and now so that nobody can.
            connection.begin();
            first = connection.appendLocked(units);
            connection.commit();
        }
        return stored(units, first);
    }

    private List<Outcome> oneByOneOrSettled(List<UnitOfEvents> units, WriterConnection connection) {
        try {
            return oneByOne(units, connection);
        } catch (SQLException e) {
            return Failure.of(e) == Failure.LOST ? settled(units, e) : unable(units, e);
        }
    }

    /** One transaction with a savepoint for each unit: those that are at fault drop out, the others are stored. */
    private List<Outcome> oneByOne(List<UnitOfEvents> units, WriterConnection connection) throws SQLException {
        connection.begin();
        List<Outcome> outcomes = new ArrayList<>();
        for (UnitOfEvents unit : units) {
            WriterConnection.Mark mark = connection.mark();
            try {
                long first = connection.appendLocked(List.of(unit));
                connection.release(mark);
                outcomes.add(new Outcome.Stored(first));
            } catch (SQLException e) {
                if (Failure.of(e) != Failure.REFUSED) {
                    throw e;
                }
                connection.backTo(mark);
                outcomes.add(new Outcome.Refused(e));
            }
        }
        connection.commit();
        return outcomes;
    }

    /** Nothing of it is stored; a connection in an unclear state is not kept. */
    private List<Outcome> unable(List<UnitOfEvents> units, SQLException cause) {
        drop();
        return all(units, new Outcome.NotStored(cause));
    }

    /**
     * The connection was lost, perhaps after the commit. A new one raises the fence, so that the old batch is either in
     * the ledger by then or never will be; what is not there is sent again, once.
     */
    private List<Outcome> settled(List<UnitOfEvents> units, SQLException lost) {
        LOG.warn("The connection was lost while {} units were written; looking which of them are stored", units.size(), lost);
        drop();
        long deadline = System.nanoTime() + maxWait.toNanos();
        Map<UUID, Long> positions;
        WriterConnection connection;
        try {
            connection = connected(deadline);
            positions = connection.stored(events(units));
        } catch (SQLException e) {
            drop();
            return all(units, new Outcome.Unknown(lost));
        }
        List<UnitOfEvents> missing = units.stream()
                .filter(unit -> !positions.containsKey(unit.events().getFirst().eventId()))
                .toList();
        Map<UnitOfEvents, Outcome> again = new HashMap<>();
        if (!missing.isEmpty()) {
            List<Outcome> outcomes = sentAgain(missing, connection);
            for (int index = 0; index < missing.size(); index++) {
                again.put(missing.get(index), outcomes.get(index));
            }
        }
        return units.stream()
                .map(unit -> again.getOrDefault(unit, new Outcome.Stored(
                        positions.getOrDefault(unit.events().getFirst().eventId(), 0L))))
                .toList();
    }

    private List<Outcome> sentAgain(List<UnitOfEvents> units, WriterConnection connection) {
        try {
            return oneByOne(units, connection);
        } catch (SQLException e) {
            drop();
            return all(units, Failure.of(e) == Failure.LOST ? new Outcome.Unknown(e) : new Outcome.NotStored(e));
        }
    }

    private WriterConnection connected(long deadline) throws SQLException {
        if (open != null) {
            return open;
        }
        while (true) {
            try {
                WriterConnection connection = WriterConnection.open(database, maxWait);
                open = connection;
                return connection;
            } catch (SQLException e) {
                if (System.nanoTime() - deadline >= 0 || !paused()) {
                    throw e;
                }
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void drop() {
        WriterConnection dropped = open;
        open = null;
        if (dropped != null) {
            try {
                dropped.close();
            } catch (SQLException e) {
                LOG.debug("A broken connection did not close", e);
            }
        }
    }

    private static List<NewEvent> events(List<UnitOfEvents> units) {
        return units.stream().flatMap(unit -> unit.events().stream()).toList();
    }

    private static List<Outcome> stored(List<UnitOfEvents> units, long first) {
        List<Outcome> outcomes = new ArrayList<>(units.size());
        long next = first;
        for (UnitOfEvents unit : units) {
            outcomes.add(new Outcome.Stored(next));
            next += unit.events().size();
        }
        return outcomes;
    }

    private static List<Outcome> all(List<UnitOfEvents> units, Outcome outcome) {
        return units.stream().map(_ -> outcome).toList();
    }

    @Override
    public void close() {
        drop();
    }
}
