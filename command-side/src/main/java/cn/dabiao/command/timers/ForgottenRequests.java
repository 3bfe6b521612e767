package cn.dabiao.command.timers;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

/**
 * Deletes once an hour what is remembered of requests with a key and is too old, a thousand at a time: nobody waits long for
 * it. Their age is told by the database's clock, as when they were stored.
 */
final class ForgottenRequests {

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenRequests.class);
    private static final String NAME = "forget-requests";
    private static final Duration EVERY = Duration.ofHours(1);
    private static final int BATCH = 1_000;
    /** First what can do without the other. */
    private static final List<String> DELETIONS = List.of(
            """
            DELETE FROM ledger.idempotency
             WHERE ctid = ANY (ARRAY(SELECT ctid
                                       FROM ledger.idempotency
                                      WHERE stored_at < now() - :keep * interval '1 second'
                                      LIMIT :batch))
            """,
            """
            DELETE FROM ledger.answer
             WHERE ctid = ANY (ARRAY(SELECT ctid
                                       FROM ledger.answer
                                      WHERE stored_at < now() - :keep * interval '1 second'
                                      LIMIT :batch))
            """);

    private final JdbcClient database;
    private final Duration keep;

    ForgottenRequests(JdbcClient database, Duration keep) {
        this.database = database;
        this.keep = keep;
    }

    RecurringTask<Void> hourly() {
        return Tasks.recurring(NAME, FixedDelay.of(EVERY)).execute((_, _) -> forget());
    }

    void forget() {
        int rows = DELETIONS.stream().mapToInt(this::forget).sum();
        LOG.debug("{} rows of requests of more than {} ago are forgotten", rows, keep);
    }

    private int forget(String deletion) {
        int all = 0;
        int deleted = BATCH;
        while (deleted == BATCH) {
            deleted = database.sql(deletion)
                    .param("keep", keep.toSeconds())
                    .param("batch", BATCH)
                    .update();
            all += deleted;
        }
        return all;
    }
}
