package cn.dabiao.query.projecting;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.WrappedToken;

/** The ledger position of an event: its token says it. */
public final class EventPosition {

    private EventPosition() {}

    /** @throws IllegalArgumentException for an event that does not come from the ledger */
    public static long of(DomainEventMessage<?> message) {
        if (message instanceof TrackedEventMessage<?> tracked) {
            return WrappedToken.unwrapLowerBound(tracked.trackingToken()).position().orElseThrow();
        }
        throw new IllegalArgumentException("an event without a position: " + message.getIdentifier());
    }
}
