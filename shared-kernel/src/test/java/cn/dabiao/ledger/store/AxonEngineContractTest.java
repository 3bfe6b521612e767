package cn.dabiao.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.axonframework.eventsourcing.utils.EventStoreTestUtils.createEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import cn.dabiao.ledger.TestPostgres;

/**
 * Axon's own contract for storage engines ({@code EventStorageEngineTest}, {@code AbstractEventStorageEngineTest} and
 * {@code BatchingEventStorageEngineTest}) on the ledger. What of it cannot hold by design is overridden here with what holds
 * instead:
 *
 * <ul>
 *   <li>Two events of one id in two streams are not refused: there is no unique index on the event id, because one over
 *       random ids costs every append more than it is worth; ids are made by the product and never taken from callers.
 *   <li>Snapshots are not kept: the ledger holds events and nothing derived; streams are short and aggregates cached.
 * </ul>
 *
 * Gap tokens, which Axon's JDBC and JPA engines test in classes of their own, do not exist: positions have no gaps.
 */
class AxonEngineContractTest extends BatchingEventStorageEngineTest<LedgerEngine, LedgerEngine.Builder> {

    private final List<GroupCommit> started = new ArrayList<>();
    private DataSource database = TestPostgres.migrated();
    private LedgerEngine engine = createEngine(builder -> builder);

    @BeforeEach
    void begin() {
        setTestSubject(engine);
    }

    @AfterEach
    void end() {
        started.forEach(GroupCommit::close);
    }

    @Override
    protected LedgerEngine createEngine(UnaryOperator<LedgerEngine.Builder> customisation) {
        GroupCommit commit = GroupCommit.start(database, CommitLimits.DEFAULT);
        started.add(commit);
        LedgerEngine.Builder builder = LedgerEngine.builder(database, commit)
                .eventSerializer(Jackson3Serializer.builder().build());
        return customisation.apply(builder).build();
    }

    @Override
    @Test
    public void uniqueKeyConstraintOnEventIdentifier() {
        assertAnEventIdIsNotAKey();
    }

    @Override
    @Test
    public void uniqueKeyConstraintOnFirstEventIdentifierThrowsAggregateIdentifierAlreadyExistsException() {
        assertAnEventIdIsNotAKey();
    }

    private void assertAnEventIdIsNotAKey() {
        String id = UUID.randomUUID().toString();

        engine.appendEvents(createEvent(id, "one", 0), createEvent(id, "another", 0));

        assertThat(engine.readEvents("one").asStream()).extracting(DomainEventMessage::getIdentifier).containsExactly(id);
        assertThat(engine.readEvents("another").asStream()).extracting(DomainEventMessage::getIdentifier)
                .containsExactly(id);
    }

    @Override
    @Test
    public void storeAndLoadSnapshot() {
        assertThereAreNoSnapshots();
    }

    private void assertThereAreNoSnapshots() {
        assertThatThrownBy(() -> engine.storeSnapshot(createEvent(1))).isInstanceOf(UnsupportedOperationException.class);
        assertThat(engine.readSnapshot("aggregate")).isEmpty();
    }

    @Override
    @Test
    public void snapshotFilterAllowsSnapshots() {
        assertThereAreNoSnapshots();
    }

    @Override
    @Test
    public void snapshotFilterRejectsSnapshots() {
        assertThereAreNoSnapshots();
    }

    @Override
    @Test
    public void snapshotFilterRejectsSnapshotsOnCombinedFilter() {
        assertThereAreNoSnapshots();
    }
}
