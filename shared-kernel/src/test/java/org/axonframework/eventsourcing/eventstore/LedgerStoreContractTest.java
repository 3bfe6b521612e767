package org.axonframework.eventsourcing.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.AGGREGATE;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.createEvent;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.createEvents;

import javax.sql.DataSource;

import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import cn.dabiao.ledger.TestPostgres;
import cn.dabiao.ledger.store.CommitLimits;
import cn.dabiao.ledger.store.GroupCommit;
import cn.dabiao.ledger.store.LedgerEngine;

/**
 * Axon's own contract for event stores ({@code EmbeddedEventStoreTest}) on the ledger. It lies in Axon's package because
 * two of the tests, which are overridden here, can be seen from nowhere else: they load an aggregate by way of a snapshot,
 * and the ledger keeps none.
 */
class LedgerStoreContractTest extends EmbeddedEventStoreTest {

    private final DataSource database = TestPostgres.migrated();
    private @Nullable GroupCommit commit;

    @Override
    public EventStorageEngine createStorageEngine() {
        GroupCommit started = GroupCommit.start(database, CommitLimits.DEFAULT);
        commit = started;
        return LedgerEngine.builder(database, started)
                .eventSerializer(Jackson3Serializer.builder().build())
                .build();
    }

    @AfterEach
    void end() {
        if (commit != null) {
            commit.close();
        }
    }

    @Override
    @Test
    void loadWithSnapshot() {
        assertThatAllEventsAreLoadedSinceThereIsNoSnapshot();
    }

    @Override
    @Test
    void loadWithFailingSnapshot() {
        assertThatAllEventsAreLoadedSinceThereIsNoSnapshot();
    }

    private void assertThatAllEventsAreLoadedSinceThereIsNoSnapshot() {
        EventStorageEngine engine = createStorageEngine();
        EventStore store = EmbeddedEventStore.builder().storageEngine(engine).build();
        engine.appendEvents(createEvents(110));
        assertThatThrownBy(() -> engine.storeSnapshot(createEvent(30))).isInstanceOf(UnsupportedOperationException.class);

        assertThat(store.readEvents(AGGREGATE).asStream()).hasSize(110);
    }
}
