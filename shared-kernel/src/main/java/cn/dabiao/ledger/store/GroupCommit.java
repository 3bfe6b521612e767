package cn.dabiao.ledger.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.dabiao.ledger.once.Part;

/**
 * Lets many wait while one writes. What gathers during a commit is the next batch, so that under load one round trip and
 * one flush to disk serve many units of work. Without load nobody waits for company, nor for a thread to wake.
 */
public final class GroupCommit implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
    private static final Duration LOOK_AROUND = Duration.ofMillis(200);

    private final CommitLimits limits;
    private final CommitListener listener;
    private final BlockingQueue<UnitOfEvents> waiting;
    private final BatchWriter writer;
    private final Thread thread;
    /** Had by whoever uses the connection. */
    private final Semaphore writing = new Semaphore(1);
    /** Wakes the writer; how many there are says nothing. */
    private final Semaphore arrivals = new Semaphore(0);
    private volatile boolean closed;
    /** The one that would have made the last batch too large. Of the writer's own thread alone. */
    private @Nullable UnitOfEvents next;

    private GroupCommit(DataSource database, CommitLimits limits, CommitListener listener) {
        this.limits = limits;
        this.listener = listener;
        this.waiting = new ArrayBlockingQueue<>(limits.maxWaiting());
        this.writer = new BatchWriter(database, limits.maxWait());
        this.thread = Thread.ofPlatform().name("ledger-writer").unstarted(this::run);
    }

    /**
     * Starts the writer.
     *
     * @param database gives a connection of the writer's own, which it keeps: not a pool that others could exhaust
     */
    public static GroupCommit start(DataSource database, CommitLimits limits) {
        return start(database, limits, CommitListener.NONE);
    }

    /**
     * Starts the writer.
     *
     * @param database gives a connection of the writer's own, which it keeps: not a pool that others could exhaust
     * @param listener is told of every unit of work and every commit
     */
    public static GroupCommit start(DataSource database, CommitLimits limits, CommitListener listener) {
        GroupCommit commit = new GroupCommit(database, limits, listener);
        commit.thread.start();
        return commit;
    }

    /** How many units of work wait for their turn, at this moment. */
    public int waiting() {
        return waiting.size();
    }

    Outcome append(List<NewEvent> events) {
        return append(events, null);
    }

    /**
     * Waits until these events are stored together, or are not; bounded by {@link CommitLimits#maxWait}.
     *
     * @param part of a request with a key, if they are
     */
    Outcome append(List<NewEvent> events, @Nullable Part part) {
        long handedIn = System.nanoTime();
        Outcome outcome = awaited(new UnitOfEvents(events, part, limits.maxWait()));
        listener.appended(outcome.ending(), System.nanoTime() - handedIn);
        return outcome;
    }

    private Outcome awaited(UnitOfEvents unit) {
        if (closed || !(isWrittenAtOnce(unit) || isQueued(unit))) {
            return new Outcome.NotStored(new RejectedExecutionException(
                    closed ? "the ledger is being closed" : limits.maxWaiting() + " units of work wait already"));
        }
        return unit.await(limits.maxWait().multipliedBy(3));
    }

    /**
     * Where nobody waits and nobody writes, a virtual thread beside the caller's writes: waking the writer's own would cost
     * as much as the commit. The caller's wait stays bounded, whatever becomes of the write.
     */
    private boolean isWrittenAtOnce(UnitOfEvents unit) {
        if (!waiting.isEmpty() || writing.hasQueuedThreads() || !writing.tryAcquire()) {
            return false;
        }
        if (closed || !unit.take()) {
            writing.release();
            return false;
        }
        Thread.ofVirtual().name("ledger-writer-at-once").start(() -> {
            try {
                write(List.of(unit));
            } finally {
                writing.release();
            }
        });
        return true;
    }

    private boolean isQueued(UnitOfEvents unit) {
        if (!waiting.offer(unit)) {
            return false;
        }
        arrivals.release();
        return true;
    }

    private void run() {
        while (!closed || somethingWaits()) {
            if (somethingWaits() || somethingArrives()) {
                writeWhatWaits();
            }
        }
        writing.acquireUninterruptibly();
        try {
            writer.close();
        } finally {
            writing.release();
        }
    }

    private boolean somethingWaits() {
        return next != null || !waiting.isEmpty();
    }

    private boolean somethingArrives() {
        try {
            boolean arrived = arrivals.tryAcquire(LOOK_AROUND.toMillis(), TimeUnit.MILLISECONDS);
            arrivals.drainPermits();
            return arrived;
        } catch (InterruptedException e) {
            // Only closing ends the writer: others wait for it.
            return false;
        }
    }

    private void writeWhatWaits() {
        writing.acquireUninterruptibly();
        try {
            List<UnitOfEvents> batch = gathered();
            if (!batch.isEmpty()) {
                write(batch);
            }
        } finally {
            writing.release();
        }
    }

    private void write(List<UnitOfEvents> batch) {
        try {
            long patience = batch.stream().mapToLong(UnitOfEvents::deadline).max().orElseThrow();
            List<Outcome> outcomes = writer.write(batch, patience);
            for (int index = 0; index < batch.size(); index++) {
                batch.get(index).complete(outcomes.get(index));
            }
            tell(batch, outcomes);
        } catch (RuntimeException | Error e) {
            LOG.error("The writer failed in a way it does not know; it goes on with a new connection", e);
            writer.close();
            batch.forEach(unit -> unit.complete(new Outcome.Unknown(new IllegalStateException(e))));
        }
    }

    private void tell(List<UnitOfEvents> batch, List<Outcome> outcomes) {
        int units = 0;
        int events = 0;
        for (int index = 0; index < batch.size(); index++) {
            if (outcomes.get(index) instanceof Outcome.Stored) {
                units++;
                events += batch.get(index).events().size();
            }
        }
        if (units > 0) {
            listener.committed(units, events);
        }
    }

    /** What waits now, within the bounds of one batch; those who gave up are left out. */
    private List<UnitOfEvents> gathered() {
        List<UnitOfEvents> batch = new ArrayList<>();
        long bytes = 0;
        int events = 0;
        for (UnitOfEvents unit = first(); unit != null; unit = waiting.poll()) {
            boolean fits = events + unit.events().size() <= limits.maxEvents()
                    && bytes + unit.bytes() <= limits.maxBytes();
            if (!batch.isEmpty() && !fits) {
                next = unit;
                break;
            }
            if (unit.take()) {
                batch.add(unit);
                bytes += unit.bytes();
                events += unit.events().size();
            }
        }
        return batch;
    }

    private @Nullable UnitOfEvents first() {
        UnitOfEvents held = next;
        next = null;
        return held == null ? waiting.poll() : held;
    }

    /** Takes nothing more in, writes what waits, and ends. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(limits.maxWait().multipliedBy(4));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
