package cn.dabiao.query.rebuilding;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import javax.sql.DataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import cn.dabiao.api.projection.RebuildState;
import cn.dabiao.query.projecting.Fence;
import cn.dabiao.query.projecting.TokenRows;

/**
 * Puts rebuilt tables in the place of the live ones, in one short transaction that no processor of the group overlaps. When
 * it ends the tables show exactly what the group's tokens say, so the tokens stay, and so do the processors.
 *
 * <p>A read that has taken its snapshot before the last rows were written must not come to see the new tables, for it would
 * not see those rows: the exchange waits until there is none. It waits briefly, or gives way and is tried again.
 */
final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final Set<String> GIVE_WAY = Set.of("55P03", "40P01");
    private static final Duration READERS = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtextextended(:fence, 0))";
    /** Less than the second after which PostgreSQL looks for a deadlock, and might end a read for it. */
    private static final String BRIEFLY = "SET LOCAL lock_timeout = '300ms'";
    /** Who waits at the fence takes another snapshot afterwards. */
    private static final String OLD_READERS =
            """
            SELECT count(*)
              FROM pg_stat_activity
             WHERE datname = current_database()
               AND backend_type = 'client backend'
               AND backend_xmin IS NOT NULL
               AND xact_start < :since
               AND pid NOT IN (pg_backend_pid(), :own)
               AND wait_event IS DISTINCT FROM 'advisory'
            """;
    private static final String CLEAR_PARKED = "DELETE FROM view.dead_letter_entry WHERE processing_group = :group";

    private final String group;
    private final Shadow shadow;
    private final DataSource database;
    private final JdbcClient outside;

    /** @param outside on another connection than the exchange's, outside any transaction */
    Exchange(String group, Shadow shadow, DataSource database, JdbcClient outside) {
        this.group = group;
        this.shadow = shadow;
        this.database = database;
        this.outside = outside;
    }

    /** Folds and writes everything up to a position. */
    @FunctionalInterface
    interface CatchUp {

        void upTo(long position) throws InterruptedException;
    }

    /** False when others are in the way: nothing has changed then, and another time may be better. */
    boolean attempt(CatchUp rest) throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                boolean done = exchanged(
                        JdbcClient.create(new SingleConnectionDataSource(connection, true)), rest);
                if (done) {
                    connection.commit();
                }
                return done;
            } catch (DataAccessException e) {
                if (!givesWay(e)) {
                    throw e;
                }
                LOG.debug("{} is in use", group, e);
                return false;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private boolean exchanged(JdbcClient inside, CatchUp rest) throws InterruptedException {
        inside.sql("SET LOCAL lock_timeout = '2s'").update();
        inside.sql(ALONE).param("fence", Fence.of(group)).query((_, _) -> true).single();
        rest.upTo(TokenRows.furthest(inside, group));
        if (!noOldReaders(inside.sql("SELECT pg_backend_pid()").query(Integer.class).single())) {
            return false;
        }
        inside.sql(BRIEFLY).update();
        shadow.exchange(inside);
        // All of them are projected now.
        inside.sql(CLEAR_PARKED).param("group", group).update();
        new RebuildTable(inside).end(group, RebuildState.DONE, null, null);
        return true;
    }

    private boolean noOldReaders(int own) throws InterruptedException {
        OffsetDateTime since = outside.sql("SELECT clock_timestamp()").query(OffsetDateTime.class).single();
        long deadline = System.nanoTime() + READERS.toNanos();
        while (true) {
            long readers =
                    outside.sql(OLD_READERS).param("since", since).param("own", own).query(Long.class).single();
            if (readers == 0) {
                return true;
            }
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            Thread.sleep(PAUSE);
        }
    }

    private static boolean givesWay(DataAccessException e) {
        return e.getRootCause() instanceof SQLException cause && GIVE_WAY.contains(cause.getSQLState());
    }
}
