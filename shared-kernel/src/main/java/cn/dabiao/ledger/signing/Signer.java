package cn.dabiao.ledger.signing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.dabiao.ledger.proof.Malformed;
import cn.dabiao.ledger.proof.SigningKey;

/**
 * Signs the ledger's head: every second when events have arrived, at once when somebody asks by {@code NOTIFY}, and once
 * more when it is closed. What does not continue what was signed is not signed, however often it is asked for. Several
 * processes with one key may do so at once.
 */
public final class Signer implements AutoCloseable {

    /** The channel of {@code NOTIFY} on which a checkpoint is asked for. */
    public static final String CHANNEL = "dabiao_checkpoint";

    private static final Logger LOG = LoggerFactory.getLogger(Signer.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Duration LOOK_AROUND = Duration.ofMillis(200);
    /** Many who ask get one checkpoint, and nobody can fill the table by asking. */
    private static final Duration BREATH = Duration.ofMillis(20);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);
    private static final Duration STATEMENT = Duration.ofSeconds(5);
    private static final Duration BEFORE_NEXT_COMPLAINT = Duration.ofMinutes(1);

    private final DataSource database;
    private final Notary notary;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private String complaint = "";
    private long complainedAt;

    private Signer(DataSource database, Notary notary) {
        this.database = database;
        this.notary = notary;
        this.thread = Thread.ofPlatform().daemon().name("ledger-signer").unstarted(this::run);
    }

    /**
     * @param database gives a connection that is kept: not one of a pool that others could exhaust
     * @param keepsake what is remembered from one process to the next
     */
    public static Signer start(DataSource database, SigningKey key, KeyChange keyChange, Keepsake keepsake) {
        Signer signer = new Signer(database, new Notary(key, keyChange, keepsake));
        signer.thread.start();
        return signer;
    }

    private void run() {
        while (!isClosed()) {
            try (Connection connection = database.getConnection()) {
                limit(connection);
                signUntilClosed(connection);
            } catch (SQLException e) {
                LOG.warn("The ledger's head is not signed for now: {}", e.getMessage());
                pause(BEFORE_NEXT_TRY);
            } catch (RuntimeException e) {
                LOG.error("The signer failed in a way it does not know; it goes on with a new connection", e);
                pause(BEFORE_NEXT_TRY);
            }
        }
    }

    private static void limit(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(STATEMENT.plusSeconds(2).toMillis()));
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET statement_timeout = " + STATEMENT.toMillis());
            statement.execute("LISTEN " + CHANNEL);
        }
    }

    private void signUntilClosed(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        while (!isClosed()) {
            sign(connection);
            pause(BREATH);
            untilAskedFor(postgres);
        }
        // What came in while it was being closed.
        sign(connection);
    }

    /** Waits until somebody asks, the interval is over, or the signer is closed. */
    private void untilAskedFor(PGConnection postgres) throws SQLException {
        long end = System.nanoTime() + INTERVAL.toNanos();
        boolean asked = false;
        while (!asked && !isClosed() && System.nanoTime() - end < 0) {
            asked = postgres.getNotifications(Math.toIntExact(LOOK_AROUND.toMillis())).length > 0;
        }
    }

    private void sign(Connection connection) throws SQLException {
        try {
            notary.sign(connection);
            complaint = "";
        } catch (HistoryForked | Malformed e) {
            complain(String.valueOf(e.getMessage()));
        }
    }

    /** Loud, and not once a second. */
    private void complain(String what) {
        boolean silent = what.equals(complaint)
                && System.nanoTime() - complainedAt < BEFORE_NEXT_COMPLAINT.toNanos();
        if (!silent) {
            LOG.error("THE LEDGER IS NOT SIGNED ANY MORE: {}. Somebody has changed the database past Dabiao, or it was "
                    + "restored from an older state. Verify it before anything else is done with it.", what);
            complaint = what;
            complainedAt = System.nanoTime();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void pause(Duration pause) {
        try {
            closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Nobody interrupts this thread; if somebody does, it is to end.
            closed.countDown();
        }
    }

    /** Signs what has been appended until now, and ends. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(STATEMENT.multipliedBy(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
