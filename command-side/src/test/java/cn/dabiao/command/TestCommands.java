package cn.dabiao.command;

import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MessageHandler;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import cn.dabiao.ledger.EventSerializer;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.ledger.once.DoneParts;

/** Commands whose handlers the test answers for; the ledger behind them holds what it is given. */
public final class TestCommands {

    private TestCommands() {}

    /** @param stored what the stream holds already */
    public static Commands handledBy(
            Class<?> command, MessageHandler<CommandMessage<?>> handler, StreamId stream, List<?> stored) {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe(command.getName(), handler);
        EventStore events = noEvents();
        events.publish(IntStream.range(0, stored.size())
                .<DomainEventMessage<?>>mapToObj(seq -> new GenericDomainEventMessage<Object>(
                        "test", stream.value(), seq, stored.get(seq)))
                .toList());
        return commands(bus, events);
    }

    static Commands sentTo(CommandBus bus) {
        return commands(bus, noEvents());
    }

    private static Commands commands(CommandBus bus, EventStore events) {
        return new Commands(
                DefaultCommandGateway.builder().commandBus(bus).build(),
                events,
                withoutLedger());
    }

    /** Nobody sends the same request again. */
    static Repetitions withoutLedger() {
        DataSource none = new DelegatingDataSource();
        return new Repetitions(new DoneParts(none), new LedgerReader(none, new EventSerializer()));
    }

    private static EventStore noEvents() {
        return EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
    }
}
