package cn.dabiao.query.feed;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks, once for all listeners of the node, whether the ledger has grown, reads what is new and wakes them. Without a
 * listener it asks the database nothing.
 */
final class FeedTail implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FeedTail.class);

    private final Feed feed;
    private final Duration interval;
    private final AtomicInteger listeners = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("feed").unstarted(task));
    private volatile Recent recent = Recent.at(-1);
    private volatile boolean running;

    FeedTail(Feed feed, Duration interval) {
        this.feed = feed;
        this.interval = interval;
    }

    /** How many listen, with the one that begins to. */
    int enter() {
        return listeners.incrementAndGet();
    }

    void leave() {
        listeners.decrementAndGet();
    }

    int listeners() {
        return listeners.get();
    }

    Recent recent() {
        return recent;
    }

    /** Returns when there is something behind this position, when it takes too long, or when the node is stopped. */
    void await(long position, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (running && recent.shown() <= position && left > 0) {
                left = moved.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void start() {
        running = true;
        ScheduledFuture<?> _ = clock.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Streams would keep the web server from stopping: they end before it is asked to. */
    @Override
    public void stop() {
        running = false;
        clock.shutdownNow();
        wake();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void look() {
        try {
            if (listeners.get() > 0) {
                grow();
            }
        } catch (RuntimeException e) {
            // The listeners stay; they are behind until the database is there again.
            LOG.warn("the feed cannot be read: {}", e.getMessage());
        }
    }

    private void grow() {
        long shown = feed.shown();
        Recent known = recent;
        if (shown == known.shown()) {
            return;
        }
        // What was missed while nobody listened, or while a history is projected anew, is read in pages.
        boolean isNear = shown > known.shown() && shown - known.shown() <= Recent.MOST_ROWS;
        recent = isNear ? known.and(feed.all(known.shown(), shown), shown) : Recent.at(shown);
        wake();
    }

    private void wake() {
        lock.lock();
        try {
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
