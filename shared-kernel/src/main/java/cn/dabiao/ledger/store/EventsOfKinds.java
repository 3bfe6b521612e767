package cn.dabiao.ledger.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * The events of a few kinds alone, in the order of the ledger, for who would throw away the others: the database leaves
 * them out, so that following a busy ledger for its rare events costs it next to nothing. A token stands at the last event
 * of these kinds; a stream that is opened there looks again through what came after it, which is quick.
 */
public final class EventsOfKinds implements StreamableMessageSource<TrackedEventMessage<?>> {

    private static final int ROWS = 1_000;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final EventRows rows;
    private final Serializer serializer;
    private final Supplier<Set<String>> types;

    /** @param types the stored names of the kinds; asked when a stream is opened */
    public EventsOfKinds(DataSource database, Serializer serializer, Supplier<Set<String>> types) {
        this.rows = new EventRows(database);
        this.serializer = serializer;
        this.types = types;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new Following(EventRows.position(token), List.copyOf(types.get()));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(-1);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(rows.size() - 1);
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(rows.firstSince(dateTime).orElseGet(rows::size) - 1);
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        throw new UnsupportedOperationException("since when is the caller's clock to say, by createTokenAt");
    }

    private final class Following implements BlockingStream<TrackedEventMessage<?>> {

        private final List<String> names;
        private final Deque<TrackedEventMessage<?>> found = new ArrayDeque<>();
        /** Up to which position everything has been looked through. */
        private long seen;

        Following(long seen, List<String> names) {
            this.seen = seen;
            this.names = names;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            look();
            return Optional.ofNullable(found.peek());
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            long end = System.nanoTime() + unit.toNanos(timeout);
            look();
            while (found.isEmpty() && System.nanoTime() < end) {
                Thread.sleep(PAUSE);
                look();
            }
            return !found.isEmpty();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
                // Goes on until there is one, as the interface has it.
            }
            return found.remove();
        }

        @Override
        public void close() {
            found.clear();
        }

        private void look() {
            if (!found.isEmpty()) {
                return;
            }
            long head = rows.size() - 1;
            if (head <= seen) {
                return;
            }
            List<TrackedEventData<byte[]>> stored = rows.ofTypes(names, seen, head, ROWS);
            EventUtils.upcastAndDeserializeTrackedEvents(stored.stream(), serializer, NoOpEventUpcaster.INSTANCE)
                    .forEach(found::add);
            seen = stored.size() < ROWS ? head : EventRows.position(stored.getLast().trackingToken());
        }
    }
}
