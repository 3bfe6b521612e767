package cn.dabiao.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import cn.dabiao.ledger.Migrations;

class RestartedDatabaseTest {

    private static final Duration MAX_WAIT = Duration.ofMillis(700);

    @TempDir
    Path data;

    @Test
    void a_database_that_is_stopped_under_load_is_told_within_bounded_time_and_writing_goes_on_once_it_is_back()
            throws Exception {
        EmbeddedPostgres server = start(0);
        DataSource database = server.getPostgresDatabase();
        Migrations.run(database, Migrations.LEDGER);
        Map<UUID, Long> stored = new ConcurrentHashMap<>();
        Map<UUID, Outcome> others = new ConcurrentHashMap<>();
        AtomicBoolean over = new AtomicBoolean();
        try (GroupCommit commit = GroupCommit.start(database, CommitLimits.DEFAULT.withMaxWait(MAX_WAIT));
                ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 16).forEach(writer -> writers.execute(() -> {
                for (int round = 0; !over.get(); round++) {
                    NewEvent event = NewEvents.of("s-%d-%d".formatted(writer, round), 0);
                    long begun = System.nanoTime();
                    Outcome outcome = commit.append(List.of(event));
                    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(MAX_WAIT.multipliedBy(5));
                    if (outcome instanceof Outcome.Stored(long position)) {
                        stored.put(event.eventId(), position);
                    } else {
                        others.put(event.eventId(), outcome);
                    }
                }
            }));
            int port = server.getPort();
            for (int times = 0; times < 2; times++) {
                int before = stored.size();
                until(() -> stored.size() > before + 200);
                server.close();
                int refused = others.size();
                until(() -> others.size() > refused + 16);
                server = start(port);
            }
            int before = stored.size();
            until(() -> stored.size() > before + 200);
            over.set(true);
        }

        Map<UUID, Long> found = StoredTree.checked(server.getPostgresDatabase());
        assertThat(found).containsAllEntriesOf(stored);
        others.forEach((event, outcome) -> {
            assertThat(outcome).isNotInstanceOf(Outcome.Refused.class);
            if (outcome instanceof Outcome.NotStored) {
                assertThat(found).doesNotContainKey(event);
            }
        });
        server.close();
    }

    private EmbeddedPostgres start(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("postgres"))
                .setCleanDataDirectory(false);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it took too long").isLessThan(deadline);
            Thread.sleep(10);
        }
    }
}
