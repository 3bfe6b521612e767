package cn.dabiao.ledger.store;

import java.util.List;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/** Axon's event store, which can be told that another process has appended. */
public final class LedgerEventStore extends EmbeddedEventStore {

    private LedgerEventStore(Builder builder) {
        super(builder);
    }

    /** @param settings of Axon's own: storage engine, monitor, spans */
    public static LedgerEventStore of(Builder settings) {
        return new LedgerEventStore(settings);
    }

    /** Has the readers look for new events now. */
    public void wake() {
        afterCommit(List.of());
    }
}
