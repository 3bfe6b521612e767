package cn.dabiao.query.rebuilding;

import java.time.Duration;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.query.projecting.Columns;
import cn.dabiao.query.projecting.Fence;

/**
 * Who is in the way of an exchange: whoever has a snapshot, with which the tables may yet be looked at; and whoever has
 * looked at them in a transaction that goes on, for its locks stay. A session that merely is in a transaction is not: the
 * next snapshot it takes is a new one. But many a driver leaves its last query open until the next, and its snapshot with it.
 *
 * <p>This is found out from what PostgreSQL shows to everybody: {@code pg_locks}, where each transaction that is open has a
 * line of its own, and {@code backend_xmin}. An account without rights is not told when another login's transaction began,
 * nor what it waits for.
 */
final class Readers {

    private static final Duration BRIEF = Duration.ofMillis(500);
    private static final Duration SHORTEST = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofMillis(100);
    private static final String BEGUN = "SELECT virtualtransaction FROM pg_locks WHERE locktype = 'virtualxid' AND granted";
    /**
     * Who waits at the fence takes another snapshot afterwards, and who holds it is gone when the exchange has it, or is the
     * exchange. What is nobody's session is a worker of PostgreSQL's.
     */
    private static final String IN_THE_WAY =
            """
            WITH held AS MATERIALIZED (SELECT * FROM pg_locks)
            SELECT DISTINCT concat_ws(' ', session.usename, session.pid, session.application_name)
              FROM held AS begun
              JOIN pg_stat_activity AS session ON session.pid = begun.pid
             WHERE begun.locktype = 'virtualxid'
               AND begun.virtualxid = begun.virtualtransaction
               AND begun.virtualxid = ANY (CAST(:begun AS text[]))
               AND session.datname = current_database()
               AND session.usesysid IS NOT NULL
               AND session.pid <> pg_backend_pid()
               AND (session.backend_xmin IS NOT NULL
                    OR EXISTS (SELECT FROM held AS used
                                WHERE used.pid = begun.pid
                                  AND used.locktype = 'relation'
                                  AND used.relation IN (SELECT to_regclass('view.' || name)
                                                          FROM unnest(CAST(:tables AS text[])) AS name)))
               AND NOT EXISTS (SELECT FROM held AS fenced
                                WHERE fenced.pid = begun.pid
                                  AND fenced.locktype = 'advisory'
                                  AND fenced.objsubid = 1
                                  AND (CAST(fenced.classid AS bigint) << 32 | CAST(fenced.objid AS bigint))
                                      = hashtextextended(:fence, 0))
            """;

    private final JdbcClient outside;
    private final List<String> tables;
    private final String fence;

    /** @param outside outside any transaction, for in one it would see the same sessions all the time */
    Readers(JdbcClient outside, List<String> tables, String group) {
        this.outside = outside;
        this.tables = List.copyOf(tables);
        this.fence = Fence.of(group);
    }

    /**
     * Waits, half a second at most, until nobody is in the way any more of those who are in a transaction when it begins. Who
     * begins one later sees everything that is there now.
     *
     * @return who still is: login, process and application. Empty when nobody is
     */
    List<String> staying() throws InterruptedException {
        List<String> begun = outside.sql(BEGUN).query(String.class).list();
        long deadline = System.nanoTime() + BRIEF.toNanos();
        Duration pause = SHORTEST;
        while (true) {
            List<String> staying = outside.sql(IN_THE_WAY)
                    .param("begun", Columns.keys(begun))
                    .param("tables", Columns.keys(tables))
                    .param("fence", fence)
                    .query(String.class)
                    .list();
            if (staying.isEmpty() || System.nanoTime() - deadline >= 0) {
                return staying;
            }
            Thread.sleep(pause);
            pause = pause.compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
        }
    }
}
