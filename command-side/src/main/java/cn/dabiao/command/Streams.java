package cn.dabiao.command;

import java.util.Optional;
import java.util.function.BiFunction;

import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.dabiao.ledger.StreamId;

/** Reads the present state of a stream from its events: what one aggregate's command has to know of another. */
@Component
class Streams {

    private final EventStore events;

    Streams(EventStore events) {
        this.events = events;
    }

    /** The fold of all events of the stream; empty when there are none. */
    <S, E> Optional<S> fold(StreamId stream, Class<E> type, BiFunction<@Nullable S, E, S> evolve) {
        DomainEventStream stored = events.readEvents(stream.value());
        S state = null;
        while (stored.hasNext()) {
            state = evolve.apply(state, type.cast(stored.next().getPayload()));
        }
        return Optional.ofNullable(state);
    }
}
