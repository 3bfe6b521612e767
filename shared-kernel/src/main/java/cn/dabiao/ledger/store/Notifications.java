package cn.dabiao.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of every batch that any process has committed, and says so. A connection that is lost is opened again; what was
 * appended in between is told once it is. Readers that also look now and then by themselves miss nothing either way.
 */
public final class Notifications implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);
    private static final Duration LISTEN = Duration.ofSeconds(1);
    /** Many small batches wake readers once. */
    private static final Duration BREATH = Duration.ofMillis(5);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofSeconds(1);

    private final DataSource database;
    private final Runnable appended;
    private final Thread thread;
    private volatile boolean closed;

    private Notifications(DataSource database, Runnable appended) {
        this.database = database;
        this.appended = appended;
        this.thread = Thread.ofPlatform().daemon().name("ledger-notifications").unstarted(this::run);
    }

    /** @param database gives a connection that is kept: not one of a pool that others could exhaust */
    public static Notifications start(DataSource database, Runnable appended) {
        Notifications notifications = new Notifications(database, appended);
        notifications.thread.start();
        return notifications;
    }

    private void run() {
        while (!closed) {
            try {
                listen();
            } catch (SQLException e) {
                LOG.warn("New events of other processes are not heard of for now: {}", e.getMessage());
                pause(BEFORE_NEXT_TRY);
            }
        }
    }

    private void listen() throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("LISTEN dabiao_ledger");
            PGConnection postgres = connection.unwrap(PGConnection.class);
            appended.run();
            while (!closed) {
                if (postgres.getNotifications(Math.toIntExact(LISTEN.toMillis())).length > 0) {
                    appended.run();
                    pause(BREATH);
                }
            }
        }
    }

    private void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            // Closing interrupts, and nobody else does.
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(LISTEN.multipliedBy(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
