package cn.dabiao.query.projecting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger position of an event. A plain token is that position. A gap-aware one is not: the token of an event that
 * committed late and fills a gap says how far the reader was, and not where the event stands; so the ledger is asked,
 * once for a batch.
 */
public final class EventPositions {

    private static final String RESOURCE = EventPositions.class.getName();
    private static final String POSITIONS =
            """
            SELECT event.stream_id, event.stream_seq, event.position
              FROM unnest(CAST(:streams AS text[]), CAST(:numbers AS bigint[])) AS wanted (stream_id, stream_seq)
              JOIN ledger.event USING (stream_id, stream_seq)
            """;

    private final JdbcClient jdbc;

    public EventPositions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long of(DomainEventMessage<?> message) {
        Optional<TrackingToken> token = token(message);
        if (token.isPresent() && !(token.get() instanceof GapAwareTrackingToken)) {
            return token.get().position().orElseThrow();
        }
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        Map<Event, Long> positions = root.getOrComputeResource(RESOURCE, _ -> new HashMap<>());
        if (!positions.containsKey(Event.of(message))) {
            positions.putAll(lookUp(root, message));
        }
        return Objects.requireNonNull(positions.get(Event.of(message)), "an event that is read has been stored");
    }

    private static Optional<TrackingToken> token(DomainEventMessage<?> message) {
        return message instanceof TrackedEventMessage<?> tracked
                ? Optional.ofNullable(WrappedToken.unwrapLowerBound(tracked.trackingToken()))
                : Optional.empty();
    }

    private Map<Event, Long> lookUp(UnitOfWork<?> root, DomainEventMessage<?> message) {
        List<Event> events = root instanceof BatchingUnitOfWork<?> batch
                ? batch.getMessages().stream()
                        .filter(DomainEventMessage.class::isInstance)
                        .map(each -> Event.of((DomainEventMessage<?>) each))
                        .toList()
                : List.of(Event.of(message));
        Map<Event, Long> positions = new HashMap<>();
        jdbc.sql(POSITIONS)
                .param("streams", Columns.column(events, Event::stream))
                .param("numbers", Columns.column(events, Event::number))
                .query(row -> {
                    positions.put(new Event(row.getString(1), row.getLong(2)), row.getLong(3));
                });
        return positions;
    }

    private record Event(String stream, long number) {

        static Event of(DomainEventMessage<?> message) {
            return new Event(message.getAggregateIdentifier(), message.getSequenceNumber());
        }
    }
}
