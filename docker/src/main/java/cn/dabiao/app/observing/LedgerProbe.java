package cn.dabiao.app.observing;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.app.database.MigratedDatabase;
import cn.dabiao.app.database.Unpooled;
import cn.dabiao.ledger.lag.Followers;
import cn.dabiao.ledger.lag.LagReader;

/**
 * Asks how the ledger and its followers stand, over a connection of its own: that requests have taken all the others is no
 * outage. However many want to know, the database is asked once a second, and whoever asks waits no longer than
 * {@link HealthProperties#maxWait} for a connection and as long for an answer.
 */
@Component
final class LedgerProbe implements AutoCloseable {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final HikariDataSource connection;
    private final LagReader reader;
    private final Lock asking = new ReentrantLock();
    private volatile @Nullable Answer last;

    /** @param migrated named so that the tables are there */
    LedgerProbe(
            JdbcConnectionDetails database,
            MigratedDatabase migrated,
            ObjectProvider<Followers> followers,
            HealthProperties settings) {
        this.connection = new HikariDataSource(one(database, settings.maxWait()));
        this.reader = new LagReader(connection, followers.stream().toList());
    }

    private static HikariConfig one(JdbcConnectionDetails database, Duration maxWait) {
        HikariConfig one = new HikariConfig();
        one.setPoolName("ledger-probe");
        one.setDataSource(Unpooled.of(database, Math.toIntExact(Math.max(1, maxWait.toSeconds()))));
        one.setMaximumPoolSize(1);
        one.setReadOnly(true);
        one.setConnectionTimeout(maxWait.toMillis());
        one.setValidationTimeout(maxWait.toMillis());
        // A database that is away when this starts is for others to say.
        one.setInitializationFailTimeout(-1);
        return one;
    }

    Standing standing() {
        Answer known = last;
        if (known != null && known.isFresh()) {
            return known.standing();
        }
        asking.lock();
        try {
            Answer meanwhile = last;
            if (meanwhile != null && meanwhile.isFresh()) {
                return meanwhile.standing();
            }
            Answer now = new Answer(asked(), System.nanoTime());
            last = now;
            return now.standing();
        } finally {
            asking.unlock();
        }
    }

    private Standing asked() {
        try {
            return new Standing.Known(reader.read());
        } catch (SQLException e) {
            return new Standing.Away(e);
        }
    }

    @Override
    public void close() {
        connection.close();
    }

    private record Answer(Standing standing, long at) {

        boolean isFresh() {
            return System.nanoTime() - at < FRESH.toNanos();
        }
    }
}
