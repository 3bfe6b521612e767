package cn.dabiao.query.rebuilding;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import javax.sql.DataSource;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import cn.dabiao.ledger.EventScan;
import cn.dabiao.query.projecting.Projection;
import cn.dabiao.query.projecting.TokenRows;
import cn.dabiao.query.projecting.Tokens;

/**
 * One rebuild of one group: folds the ledger from its first event on into tables that nobody sees, while the live ones go
 * on, until it is as far as they are; then the tables are exchanged. It never goes beyond the live projection.
 */
final class Rebuild {

    /** So few events that the live projection may wait while they are folded. */
    private static final long CLOSE = 1_000;
    private static final int ROUNDS = 50;
    /** In which the live projection makes good what it has missed. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final String group;
    private final Function<JdbcClient, List<Projection>> projections;
    private final DataSource database;
    private final EventScan scan;
    private final Duration patience;

    /**
     * @param projections those of the group, writing through what they are given
     * @param patience    how long it waits for reads that are in the way of the exchange
     */
    Rebuild(
            String group,
            Function<JdbcClient, List<Projection>> projections,
            DataSource database,
            EventScan scan,
            Duration patience) {
        this.group = group;
        this.projections = projections;
        this.database = database;
        this.scan = scan;
        this.patience = patience;
    }

    /**
     * @throws Poisoned              when an event cannot be projected
     * @throws StillInUse            when reads are in the way all the time
     * @throws CancellationException when somebody wants no more of it
     */
    void run() throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            // The rows and the exchange are in the same log: either both survive a crash, or the old tables stay.
            set(connection, "SET synchronous_commit = off");
            try {
                run(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
            } finally {
                set(connection, "RESET synchronous_commit");
            }
        }
    }

    private void run(JdbcClient jdbc) throws SQLException, InterruptedException {
        if (!Alone.begun(jdbc, group)) {
            throw new IllegalStateException("an earlier rebuild of " + group + " has not ended yet");
        }
        try {
            runAlone(jdbc);
        } finally {
            Alone.ended(jdbc, group);
        }
    }

    private void runAlone(JdbcClient jdbc) throws SQLException, InterruptedException {
        List<String> tables = tables(jdbc);
        Shadow shadow = new Shadow(tables, jdbc);
        Readers readers = new Readers(jdbc, tables, group);
        shadow.begin();
        boolean done = false;
        try (Folding folding = new Folding(projections.apply(shadow.redirected()), shadow::index)) {
            Pass pass = new Pass(folding, jdbc);
            pass.chase();
            shadow.index();
            pass.chase();
            exchange(new Exchange(group, shadow, database, readers), readers, pass);
            done = true;
        } finally {
            if (!done) {
                shadow.drop();
            }
        }
    }

    /** While it waits the tables follow the live ones, so that little is left to be done when these stand still. */
    private void exchange(Exchange exchange, Readers readers, Pass pass) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        List<String> staying;
        do {
            pass.chase();
            staying = readers.staying();
            if (staying.isEmpty()) {
                if (exchange.attempt(pass::upTo)) {
                    return;
                }
                Thread.sleep(PAUSE);
            }
        } while (System.nanoTime() - deadline < 0);
        throw new StillInUse(patience, staying);
    }

    private List<String> tables(JdbcClient jdbc) {
        return projections.apply(jdbc).stream().flatMap(projection -> projection.tables().stream()).toList();
    }

    private static void set(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(setting);
        }
    }

    /** How far it has come, and how fast. */
    private final class Pass {

        private final Folding folding;
        private final JdbcClient jdbc;
        private final ProgressReport report;
        private long at = Tokens.NOTHING;

        Pass(Folding folding, JdbcClient jdbc) {
            this.folding = folding;
            this.jdbc = jdbc;
            this.report = new ProgressReport(group, new RebuildTable(jdbc));
        }

        /** Comes close to the live projection, which may be moving. */
        void chase() throws InterruptedException {
            for (int round = 0; round < ROUNDS; round++) {
                long live = TokenRows.furthest(jdbc, group);
                upTo(live);
                if (live - at <= CLOSE && TokenRows.furthest(jdbc, group) - at <= CLOSE) {
                    return;
                }
            }
        }

        void upTo(long live) throws InterruptedException {
            Set<Long> skipped = Set.copyOf(new RebuildTable(jdbc).skipped(group));
            try (ReadAhead events = new ReadAhead(scan, at, live, folding::wants)) {
                Optional<List<TrackedEventMessage<?>>> chunk = events.next();
                while (chunk.isPresent()) {
                    folding.fold(chunk.get(), skipped);
                    at = chunk.get().getLast().trackingToken().position().orElseThrow();
                    report.at(at, live);
                    chunk = events.next();
                }
            }
            folding.flush();
            report.reached(at, live);
        }
    }
}
