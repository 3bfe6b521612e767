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
        return Optional.ofNullable(fold(new Folded<>(null, 0), stream, type, evolve).state());
    }

    /** The fold of all events of the stream by now: reads those that an earlier fold has not seen. */
    <S, E> Folded<S> fold(Folded<S> before, StreamId stream, Class<E> type, BiFunction<@Nullable S, E, S> evolve) {
        DomainEventStream later = events.readEvents(stream.value(), before.version());
        S state = before.state();
        long version = before.version();
        while (later.hasNext()) {
            state = evolve.apply(state, type.cast(later.next().getPayload()));
            version++;
        }
        return new Folded<>(state, version);
    }

    /** What a stream's first events have made; null when there are none. */
    record Folded<S>(@Nullable S state, long version) {}
}
