package cn.dabiao.query.reading;

import java.lang.reflect.UndeclaredThrowableException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.LongFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.dabiao.api.problem.NotYetVisible;
import cn.dabiao.query.projecting.Tokens;

/**
 * Runs each read in one read-only snapshot that holds both the rows and the tokens of the projections that wrote them:
 * the position an answer names is the position of its rows. A read that looks at several groups names the least.
 */
public final class Reads {

    /** As long as a connection to the database is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(15);

    /**
     * Goes to the server together with the transaction's begin. As the transaction's own isolation, Spring would set it for
     * the session before and put it back after: two more journeys for each read.
     */
    private static final String ONE_SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ";

    private final TransactionTemplate snapshot;
    private final JdbcClient jdbc;
    private final ReadSettings settings;
    private final Turns turns;

    public Reads(PlatformTransactionManager transactions, JdbcClient jdbc, ReadSettings settings) {
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        this.jdbc = jdbc;
        this.settings = settings;
        this.turns = new Turns(settings.atOnce(), PATIENCE);
    }

    /**
     * Answers by {@code query}, which is given the position it shows, once these groups have reached what the caller
     * asked for.
     *
     * @throws NotYetVisible when they have not within {@link ReadSettings#maxWait()}
     */
    public <T> T showing(List<String> groups, LongFunction<T> query) {
        return showing(groups, Tokens.NOTHING, query);
    }

    /**
     * Answers by {@code query} once these groups have reached what the caller asked for, and this position, too.
     *
     * @throws NotYetVisible when they have not within {@link ReadSettings#maxWait()}
     */
    public <T> T showing(List<String> groups, long atLeast, LongFunction<T> query) {
        long wanted = Math.max(MinPosition.ofRequest(), atLeast);
        long deadline = System.nanoTime() + settings.maxWait().toNanos();
        while (true) {
            // Within a snapshot that is held already, it is its turn.
            Attempt<T> attempt = TransactionSynchronizationManager.isActualTransactionActive()
                    ? attempt(groups, wanted, query)
                    : turns.take(() -> attempt(groups, wanted, query));
            if (attempt.answer() != null) {
                return attempt.answer();
            }
            if (System.nanoTime() - deadline >= 0 || !Waiting.paused(PAUSE)) {
                throw new NotYetVisible(wanted, attempt.shown());
            }
        }
    }

    /**
     * Runs several reads that all are to show the same. What a read of them waits for has to be there before: within, it
     * would wait in vain.
     *
     * @param reads also fails by itself, and then as it does outside of here
     */
    public <T> T inOneSnapshot(Callable<T> reads) throws Exception {
        try {
            return Objects.requireNonNull(snapshot.execute(status -> {
                begin(status);
                try {
                    return reads.call();
                } catch (RuntimeException e) {
                    throw e;
                } catch (Exception e) {
                    throw new UndeclaredThrowableException(e);
                }
            }));
        } catch (UndeclaredThrowableException e) {
            throw e.getUndeclaredThrowable() instanceof Exception checked ? checked : e;
        }
    }

    private <T> Attempt<T> attempt(List<String> groups, long wanted, LongFunction<T> query) {
        return Objects.requireNonNull(snapshot.execute(status -> {
            begin(status);
            long shown = Progress.shown(groups, jdbc);
            return new Attempt<>(shown >= wanted ? query.apply(shown) : null, shown);
        }));
    }

    private void begin(TransactionStatus status) {
        if (status.isNewTransaction()) {
            jdbc.sql(ONE_SNAPSHOT).update();
        }
    }

    private record Attempt<T>(@Nullable T answer, long shown) {}
}
