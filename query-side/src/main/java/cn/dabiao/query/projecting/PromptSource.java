package cn.dabiao.query.projecting;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * A source that has its reader look for new events soon after they are there. Axon's event store tells nobody that an
 * event has come, and a pooled processor that is not told looks every half second: too late for somebody who waits to
 * read what they wrote. A look is cheap: it finds new events in the store's memory, or finds none.
 */
public final class PromptSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private static final Duration PAUSE = Duration.ofMillis(15);

    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("new-events").unstarted(task));

    public PromptSource(StreamableMessageSource<TrackedEventMessage<?>> source) {
        this.source = source;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new PromptStream(source.openStream(token), clock);
    }

    @Override
    public TrackingToken createTailToken() {
        return source.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return source.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return source.createTokenAt(dateTime);
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        return source.createTokenSince(duration);
    }

    private static final class PromptStream implements BlockingStream<TrackedEventMessage<?>> {

        private final BlockingStream<TrackedEventMessage<?>> stream;
        private final ScheduledExecutorService clock;
        private volatile @Nullable Future<?> looking;

        PromptStream(BlockingStream<TrackedEventMessage<?>> stream, ScheduledExecutorService clock) {
            this.stream = stream;
            this.clock = clock;
        }

        /** A store that tells by itself is left to do so. */
        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            if (!stream.setOnAvailableCallback(callback)) {
                looking = clock.scheduleWithFixedDelay(
                        callback, PAUSE.toMillis(), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
            return true;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return stream.nextAvailable();
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
            stream.skipMessagesWithPayloadTypeOf(ignored);
        }

        @Override
        public void close() {
            Future<?> current = looking;
            if (current != null) {
                current.cancel(false);
            }
            stream.close();
        }
    }
}
