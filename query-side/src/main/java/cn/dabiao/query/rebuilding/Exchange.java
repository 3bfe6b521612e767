package cn.dabiao.query.rebuilding;

import java.sql.Connection;
import java.sql.SQLException;
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
 * not see those rows. So the last rows are written when no processor can add any, everybody who was reading then is waited
 * for, and only then are the tables exchanged: who begins to read later sees all rows in the old tables, in the new ones,
 * and in both one after the other. While that lasts the processors stand still, so it is short: {@link Rebuild} waits
 * outside for reads that take long, and comes here when there is none; if one has begun in between, this gives way.
 */
final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final Set<String> GIVE_WAY = Set.of("55P03", "40P01");
    private static final String ALONE = "SELECT pg_advisory_xact_lock(hashtextextended(:fence, 0))";
    /** Less than the second after which PostgreSQL looks for a deadlock, and might end a read for it. */
    private static final String BRIEFLY = "SET LOCAL lock_timeout = '300ms'";
    private static final String CLEAR_PARKED = "DELETE FROM view.dead_letter_entry WHERE processing_group = :group";

    private final String group;
    private final Shadow shadow;
    private final DataSource database;
    private final Readers readers;

    Exchange(String group, Shadow shadow, DataSource database, Readers readers) {
        this.group = group;
        this.shadow = shadow;
        this.database = database;
        this.readers = readers;
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
        inside.sql("SET LOCAL lock_timeout = '1s'").update();
        inside.sql(ALONE).param("fence", Fence.of(group)).query((_, _) -> true).single();
        rest.upTo(TokenRows.furthest(inside, group));
        if (!readers.staying().isEmpty()) {
            return false;
        }
        inside.sql(BRIEFLY).update();
        shadow.exchange(inside);
        // All of them are projected now.
        inside.sql(CLEAR_PARKED).param("group", group).update();
        new RebuildTable(inside).end(group, RebuildState.DONE, null, null);
        return true;
    }

    private static boolean givesWay(DataAccessException e) {
        return e.getRootCause() instanceof SQLException cause && GIVE_WAY.contains(cause.getSQLState());
    }
}
