package cn.dabiao.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import cn.dabiao.ledger.TestPostgres;

/** Whoever is told that an event is stored finds it once in the ledger, and whoever is told that it is not, never. */
class LostConnectionTest {

    private static final Duration MAX_WAIT = Duration.ofSeconds(2);

    private final DataSource database = TestPostgres.migrated();
    private final Line line = line(database);
    private final GroupCommit commit = GroupCommit.start(line.database(), CommitLimits.DEFAULT.withMaxWait(MAX_WAIT));

    @AfterEach
    void stop() throws IOException {
        commit.close();
        line.close();
    }

    @Test
    void what_was_committed_before_the_answer_was_lost_is_acknowledged_and_not_written_again() throws Exception {
        commit.append(List.of(NewEvents.of("before", 0)));
        line.cut(Line.Cut.NEXT_ANSWER);
        List<NewEvent> unit = List.of(NewEvents.of("lost", 0), NewEvents.of("lost", 1));

        assertThat(commit.append(unit)).isEqualTo(new Outcome.Stored(1));

        assertThat(StoredTree.checked(database)).hasSize(3).containsEntry(unit.getLast().eventId(), 2L);
    }

    @Test
    void what_never_reached_the_database_is_sent_again() throws Exception {
        commit.append(List.of(NewEvents.of("before", 0)));
        line.cut(Line.Cut.NEXT_REQUEST);

        assertThat(commit.append(List.of(NewEvents.of("lost", 0)))).isEqualTo(new Outcome.Stored(1));

        assertThat(StoredTree.checked(database)).hasSize(2);
    }

    @Test
    void a_transaction_that_is_killed_while_it_commits_is_sent_again() throws Exception {
        slowCommits(Duration.ofMillis(500));
        NewEvent event = NewEvents.of("killed", 0);
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> commit.append(List.of(event)));
        Thread.sleep(250);
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%ledger.append(%' "
                + "AND pid <> pg_backend_pid()");

        assertThat(outcome.join()).isEqualTo(new Outcome.Stored(0));

        assertThat(StoredTree.checked(database)).containsOnlyKeys(event.eventId());
    }

    /** The old session commits only after the writer has long been looking; it may not be told that nothing is stored. */
    @Test
    void a_commit_that_goes_on_after_the_line_broke_is_waited_for() throws Exception {
        commit.append(List.of(NewEvents.of("before", 0)));
        slowCommits(Duration.ofMillis(700));
        NewEvent event = NewEvents.of("slow", 0);
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> commit.append(List.of(event)));
        Thread.sleep(300);
        line.breakAll();

        assertThat(outcome.join()).isEqualTo(new Outcome.Stored(1));

        assertThat(StoredTree.checked(database)).hasSize(2).containsEntry(event.eventId(), 1L);
    }

    /** What was held back on the line arrives after all, and changes nothing any more: nobody was told that it is stored. */
    @Test
    void a_line_that_goes_silent_lets_nobody_wait_for_ever_and_writing_goes_on_once_it_speaks_again() throws Exception {
        Duration maxWait = Duration.ofMillis(300);
        try (GroupCommit impatient = GroupCommit.start(line.database(), CommitLimits.DEFAULT.withMaxWait(maxWait))) {
            assertThat(impatient.append(List.of(NewEvents.of("before", 0)))).isEqualTo(new Outcome.Stored(0));
            line.silence(true);
            long begun = System.nanoTime();
            CompletableFuture<Outcome> sent =
                    CompletableFuture.supplyAsync(() -> impatient.append(List.of(NewEvents.of("sent", 0))));
            Thread.sleep(50);
            assertThat(impatient.append(List.of(NewEvents.of("behind", 0)))).isInstanceOf(Outcome.NotStored.class);
            assertThat(sent.join()).isInstanceOf(Outcome.Unknown.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(maxWait.multipliedBy(4).plusMillis(500));

            line.silence(false);
            NewEvent after = NewEvents.of("after", 0);
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!(impatient.append(List.of(after)) instanceof Outcome.Stored)) {
                assertThat(System.nanoTime()).as("writing goes on").isLessThan(deadline);
            }
            assertThat(StoredTree.checked(database)).containsKey(after.eventId()).hasSizeBetween(2, 3);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Line.Cut.class, names = {"NEXT_REQUEST", "NEXT_ANSWER"})
    void under_load_every_answer_is_true_however_often_the_line_breaks(Line.Cut cut) throws Exception {
        Map<UUID, Outcome> outcomes = new ConcurrentHashMap<>();
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 16).forEach(writer -> writers.execute(() -> {
                for (int round = 0; round < 40; round++) {
                    NewEvent event = NewEvents.of("s-%d-%d".formatted(writer, round), 0);
                    outcomes.put(event.eventId(), commit.append(List.of(event)));
                }
            }));
            for (int times = 0; times < 15; times++) {
                Thread.sleep(20);
                line.cut(cut);
            }
        }

        Map<UUID, Long> stored = StoredTree.checked(database);
        assertThat(outcomes).hasSize(16 * 40);
        outcomes.forEach((event, outcome) -> {
            switch (outcome) {
                case Outcome.Stored(long position) -> assertThat(stored).containsEntry(event, position);
                case Outcome.NotStored _ -> assertThat(stored).doesNotContainKey(event);
                case Outcome.Unknown _ -> assertThat(cut).isNotNull();
                case Outcome.Refused refused -> throw new AssertionError(refused.cause());
            }
        });
        // A cut leaves without an answer what is in flight at that moment, at most one event of each writer.
        assertThat(outcomes.values().stream().filter(Outcome.Stored.class::isInstance))
                .hasSizeGreaterThanOrEqualTo(16 * 40 - 15 * 16);
    }

    /** A deferred trigger runs when everything is done but the commit itself. */
    private void slowCommits(Duration pause) throws SQLException {
        execute("CREATE FUNCTION public.pause() RETURNS trigger LANGUAGE plpgsql AS "
                + "$$ BEGIN PERFORM pg_sleep(%s); RETURN NULL; END $$".formatted(pause.toMillis() / 1000.0));
        execute("CREATE CONSTRAINT TRIGGER pause AFTER INSERT ON ledger.event DEFERRABLE INITIALLY DEFERRED "
                + "FOR EACH ROW EXECUTE FUNCTION public.pause()");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    private static Line line(DataSource database) {
        try {
            return new Line(database);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
