package cn.dabiao.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.axonframework.common.caching.Cache;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.tracing.NoOpSpanFactory;
import org.springframework.jdbc.datasource.DelegatingDataSource;

import cn.dabiao.ledger.EventSerializer;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.ledger.store.Receipt;

/** Command nodes as the product wires them, on one store in memory that gives positions and counts what is loaded. */
public final class Nodes {

    private final Storage storage = new Storage();

    public record Node(Commands commands, References references, Cache cache) {}

    public Node start() {
        CommandSideConfiguration wiring = new CommandSideConfiguration();
        Cache cache = wiring.assessmentCache(new CommandSettings(10));
        EventStore events = EmbeddedEventStore.builder().storageEngine(storage).build();
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureCommandBus(_ -> wiring.commandBus(NoOpSpanFactory.INSTANCE))
                .configureEventStore(_ -> events);
        wiring.aggregates(cache).configureModule(configurer);
        Configuration axon = configurer.start();
        References references =
                new References(new Streams(events), new LedgerReader(new DelegatingDataSource(), new EventSerializer()));
        return new Node(new Commands(axon.commandGateway(), events, TestCommands.withoutLedger()), references, cache);
    }

    /** As a node elsewhere would: past those that are started here. */
    public void append(StreamId stream, List<?> events) {
        storage.append(stream, events);
    }

    public int loads() {
        return storage.loads.get();
    }

    private static final class Storage extends InMemoryEventStorageEngine {

        private final AtomicInteger loads = new AtomicInteger();
        private final Map<String, Long> versions = new HashMap<>();
        private long size;

        @Override
        public synchronized void appendEvents(List<? extends EventMessage<?>> events) {
            for (EventMessage<?> message : events) {
                DomainEventMessage<?> event = (DomainEventMessage<?>) message;
                if (versions.getOrDefault(event.getAggregateIdentifier(), 0L) != event.getSequenceNumber()) {
                    throw new ConcurrencyException("its number is taken");
                }
                versions.put(event.getAggregateIdentifier(), event.getSequenceNumber() + 1);
            }
            super.appendEvents(events);
            size += events.size();
            Receipt.note(size - 1);
        }

        synchronized void append(StreamId stream, List<?> events) {
            String type = stream.value().substring(0, stream.value().indexOf(':'));
            for (Object event : events) {
                long sequence = versions.getOrDefault(stream.value(), 0L);
                appendEvents(List.of(new GenericDomainEventMessage<>(type, stream.value(), sequence, event)));
            }
        }

        @Override
        public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
            loads.incrementAndGet();
            return super.readEvents(aggregateIdentifier, firstSequenceNumber);
        }
    }
}
