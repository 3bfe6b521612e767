package cn.dabiao.query.projecting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Folds events into rows that nobody sees yet: each row is kept in memory from one event to the next and written when
 * it has not been needed for long, so that a row of a hundred events is written a few times and not a hundred. Events
 * are folded in one thread, whose unit of work this is until it is closed, and another one writes.
 */
public final class Keeping implements AutoCloseable {

    private static final String RESOURCE = Keeping.class.getName();

    private final UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
    private final Writing writing = new Writing();
    private final List<Kept<?>> tables = new ArrayList<>();
    private final int most;
    private final Runnable beforeLoading;

    /**
     * @param most          how many rows of one table are kept
     * @param beforeLoading called before a row that was written is read again, as may happen with many rows alone
     */
    public Keeping(int most, Runnable beforeLoading) {
        this.most = most;
        this.beforeLoading = beforeLoading;
        work.resources().put(RESOURCE, this);
    }

    static @Nullable Keeping of(UnitOfWork<?> work) {
        return work.getResource(RESOURCE);
    }

    <R> Kept<R> table(
            boolean neededAgain,
            Function<String, Optional<String>> keyOf,
            Function<Collection<String>, Map<String, R>> load,
            Consumer<Collection<R>> save) {
        Kept<R> table = new Kept<>(this, most, neededAgain, keyOf, load, save);
        tables.add(table);
        return table;
    }

    /** Reads again, at once, what these streams' events will need of rows that were written and given up. */
    public void expect(Collection<String> streams) {
        tables.forEach(table -> table.expect(streams));
    }

    /** Writes everything that is not written yet. */
    public void flush() {
        tables.forEach(Kept::flush);
        writing.settle();
    }

    void write(Runnable rows) {
        writing.write(rows);
    }

    void prepareToLoad() {
        flush();
        beforeLoading.run();
    }

    @Override
    public void close() {
        writing.close();
        work.rollback();
    }
}
