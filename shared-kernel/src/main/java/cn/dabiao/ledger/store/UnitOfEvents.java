package cn.dabiao.ledger.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

import cn.dabiao.ledger.once.Part;

/** The events of one unit of work, which are stored together or not at all, and the waiting for what becomes of them. */
final class UnitOfEvents {

    private final List<NewEvent> events;
    private final @Nullable Part part;
    private final long deadline;
    private final int bytes;
    /** Either the writer takes it or the waiter takes it back, whoever comes first. */
    private final AtomicBoolean taken = new AtomicBoolean();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    /** @param part of a request with a key, if they are: stored with them, and once */
    UnitOfEvents(List<NewEvent> events, @Nullable Part part, Duration maxWait) {
        this.events = events;
        this.part = part;
        this.deadline = System.nanoTime() + maxWait.toNanos();
        this.bytes = events.stream().mapToInt(NewEvent::bytes).sum();
    }

    List<NewEvent> events() {
        return events;
    }

    @Nullable Part part() {
        return part;
    }

    int bytes() {
        return bytes;
    }

    /** When it may not wait for its turn any more, by {@link System#nanoTime}. */
    long deadline() {
        return deadline;
    }

    /** True for the first who asks. */
    boolean take() {
        return taken.compareAndSet(false, true);
    }

    void complete(Outcome known) {
        outcome.complete(known);
    }

    /**
     * Waits for the writer.
     *
     * @param inFlight how long a batch can take at most once the writer has taken it
     */
    Outcome await(Duration inFlight) {
        try {
            Outcome inTime = awaitUntil(deadline);
            if (inTime != null) {
                return inTime;
            }
            if (take()) {
                return new Outcome.NotStored(new TimeoutException("its turn to be written did not come in time"));
            }
            Outcome late = awaitUntil(System.nanoTime() + inFlight.toNanos());
            return late == null ? new Outcome.Unknown(new TimeoutException("the writer does not answer")) : late;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return take() ? new Outcome.NotStored(e) : new Outcome.Unknown(e);
        }
    }

    private @Nullable Outcome awaitUntil(long until) throws InterruptedException {
        try {
            return outcome.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (ExecutionException e) {
            throw new IllegalStateException("an outcome is completed with a value alone", e);
        }
    }
}
