package cn.dabiao.query.rebuilding;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Predicate;

import org.axonframework.eventhandling.TrackedEventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.dabiao.ledger.EventScan;

/** Reads a stretch of the ledger in a thread of its own, a few thousand events ahead of whoever takes them. */
final class ReadAhead implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadAhead.class);
    private static final int CHUNKS = 6;
    /** After so many events the cursor is opened anew: an old snapshot keeps the database from cleaning up. */
    private static final long STRETCH = 100_000;

    private final BlockingQueue<Item> ahead = new ArrayBlockingQueue<>(CHUNKS);
    private final EventScan scan;
    private final Predicate<Class<?>> wanted;
    private final Thread reader;

    private sealed interface Item {
        record Chunk(List<TrackedEventMessage<?>> events) implements Item {}

        record End() implements Item {}

        record Failed(Throwable cause) implements Item {}
    }

    /** @param wanted which kinds of event are to be read from their JSON */
    ReadAhead(EventScan scan, long after, long upTo, Predicate<Class<?>> wanted) {
        this.scan = scan;
        this.wanted = wanted;
        this.reader = Thread.ofPlatform().daemon().name("rebuild-reader").start(() -> read(after, upTo));
    }

    /** The next events; empty at the end. */
    Optional<List<TrackedEventMessage<?>>> next() throws InterruptedException {
        return switch (ahead.take()) {
            case Item.Chunk chunk -> Optional.of(chunk.events());
            case Item.End _ -> Optional.empty();
            case Item.Failed failed -> throw new IllegalStateException("the ledger could not be read", failed.cause());
        };
    }

    @Override
    public void close() {
        reader.interrupt();
    }

    private void read(long after, long upTo) {
        try {
            for (long from = after; from < upTo; from += STRETCH) {
                scan.each(from, Math.min(from + STRETCH, upTo), this::handOn);
            }
            ahead.put(new Item.End());
        } catch (InterruptedException e) {
            LOG.debug("nobody waits for more events");
        } catch (RuntimeException | Error e) {
            tell(e);
        }
    }

    private boolean handOn(List<TrackedEventMessage<?>> events) throws InterruptedException {
        events.forEach(this::readPayload);
        ahead.put(new Item.Chunk(events));
        return true;
    }

    /** What cannot be read is told where it is folded, with its position. */
    private void readPayload(TrackedEventMessage<?> event) {
        try {
            if (wanted.test(event.getPayloadType())) {
                event.getPayload();
            }
        } catch (RuntimeException e) {
            LOG.debug("{} cannot be read", event.trackingToken(), e);
        }
    }

    private void tell(Throwable e) {
        try {
            ahead.put(new Item.Failed(e));
        } catch (InterruptedException interrupted) {
            LOG.debug("nobody waits for more events");
        }
    }
}
