package cn.dabiao.command;

import javax.sql.DataSource;

import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.tracing.NoOpSpanFactory;

import cn.dabiao.ledger.EventSerializer;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.once.DoneParts;
import cn.dabiao.ledger.store.CommitLimits;
import cn.dabiao.ledger.store.GroupCommit;
import cn.dabiao.ledger.store.LedgerEngine;

/** A command node as the product wires it, on a real ledger. */
public final class LedgerNode implements AutoCloseable {

    private final GroupCommit commit;
    private final EventStore events;
    private final Configuration axon;
    private final Commands commands;

    public LedgerNode(DataSource database) {
        CommandSideConfiguration wiring = new CommandSideConfiguration();
        EventSerializer serializer = new EventSerializer();
        commit = GroupCommit.start(database, CommitLimits.DEFAULT);
        events = EmbeddedEventStore.builder()
                .storageEngine(LedgerEngine.builder(database, commit).eventSerializer(serializer).build())
                .build();
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureCommandBus(_ -> wiring.commandBus(NoOpSpanFactory.INSTANCE))
                .configureEventStore(_ -> events);
        wiring.aggregates(wiring.assessmentCache(new CommandSettings(10))).configureModule(configurer);
        axon = configurer.start();
        Repetitions repetitions = new Repetitions(new DoneParts(database), new LedgerReader(database, serializer));
        commands = new Commands(axon.commandGateway(), events, repetitions);
    }

    public Commands commands() {
        return commands;
    }

    @Override
    public void close() {
        axon.shutdown();
        commit.close();
    }
}
