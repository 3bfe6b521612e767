package cn.dabiao.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;

import cn.dabiao.ledger.TestPostgres;

class TwoProcessesTest {

    private final DataSource database = TestPostgres.migrated();

    @Test
    void two_processes_that_append_at_once_lose_nothing_and_share_one_dense_order() throws Exception {
        Process one = AppendingProcess.start("one-", 1_500, 0, database);
        Process two = AppendingProcess.start("two-", 1_500, 0, database);
        Map<UUID, Long> first = acknowledged(one);
        Map<UUID, Long> second = acknowledged(two);

        Map<UUID, Long> stored = StoredTree.checked(database);
        assertThat(stored).hasSize(3_000).containsAllEntriesOf(first).containsAllEntriesOf(second);
        // They did meet: the one who began first was not done before the other began.
        assertThat(first.values().stream().mapToLong(it -> it).max().orElseThrow())
                .isGreaterThan(second.values().stream().mapToLong(it -> it).min().orElseThrow());
        assertThat(second.values().stream().mapToLong(it -> it).max().orElseThrow())
                .isGreaterThan(first.values().stream().mapToLong(it -> it).min().orElseThrow());
    }

    @Test
    void a_reader_is_woken_within_100_milliseconds_of_what_another_process_appends() throws Exception {
        int events = 20;
        try (GroupCommit commit = GroupCommit.start(database, CommitLimits.DEFAULT)) {
            LedgerEventStore store = LedgerEventStore.of(EmbeddedEventStore.builder()
                    .storageEngine(LedgerEngine.builder(database, commit)
                            .eventSerializer(Jackson3Serializer.builder().build())
                            .build())
                    // A reader that looks by itself would look much later.
                    .fetchDelay(60_000));
            Process another = AppendingProcess.start("slow-", events, 150, database);
            List<Duration> delays = new ArrayList<>();
            try (Notifications _ = Notifications.start(database, store::wake);
                    BlockingStream<TrackedEventMessage<?>> stream = store.openStream(null)) {
                while (delays.size() < events && stream.hasNextAvailable(30, TimeUnit.SECONDS)) {
                    Instant recorded = stream.nextAvailable().getTimestamp();
                    delays.add(Duration.between(recorded, Instant.now()));
                }
            }
            assertThat(acknowledged(another)).hasSize(events);
            assertThat(delays).hasSize(events);
            // The first is slow because classes are loaded; one in twenty may meet a pause of a busy machine.
            assertThat(delays.stream().sorted().toList().get(events - 3)).isLessThan(Duration.ofMillis(100));
            store.shutDown();
        }
    }

    private static Map<UUID, Long> acknowledged(Process process) throws IOException, InterruptedException {
        Map<UUID, Long> positions = new HashMap<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                positions.put(UUID.fromString(words[1]), Long.valueOf(words[0]));
            }
        }
        assertThat(process.waitFor()).isZero();
        return positions;
    }
}
