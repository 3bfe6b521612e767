package cn.dabiao.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import cn.dabiao.ledger.TestPostgres;

class GroupCommitTest {

    private static final Duration MAX_WAIT = Duration.ofMillis(800);

    private final DataSource database = TestPostgres.migrated();
    private final GroupCommit commit = GroupCommit.start(database, CommitLimits.DEFAULT.withMaxWait(MAX_WAIT));

    @AfterEach
    void stop() {
        commit.close();
    }

    @Test
    void positions_are_dense_and_in_the_order_of_commit_under_32_writers_of_which_some_fail() throws Exception {
        commit.append(List.of(NewEvents.of("taken", 0)));
        Map<UUID, Long> acknowledged = new ConcurrentHashMap<>();
        Queue<Outcome> others = new ConcurrentLinkedQueue<>();
        try (Follower follower = new Follower(database);
                ExecutorService writers = Executors.newFixedThreadPool(32)) {
            IntStream.range(0, 32).forEach(writer -> writers.execute(() -> {
                for (int round = 0; round < 40; round++) {
                    boolean fails = ThreadLocalRandom.current().nextInt(10) < 3;
                    NewEvent first = NewEvents.of(fails ? "taken" : "s-%d-%d".formatted(writer, round), 0);
                    NewEvent second = NewEvents.of("t-%d-%d".formatted(writer, round), 0);
                    switch (commit.append(List.of(first, second))) {
                        case Outcome.Stored(long position) -> {
                            acknowledged.put(first.eventId(), position);
                            acknowledged.put(second.eventId(), position + 1);
                        }
                        case Outcome other -> others.add(other);
                    }
                }
            }));
            writers.shutdown();
            assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            follower.follow(acknowledged.size() + 1L);
            assertThat(follower.seen()).containsExactlyElementsOf(
                    LongStream.range(0, acknowledged.size() + 1L).boxed().toList());
        }
        assertThat(others).hasSizeGreaterThan(200).allMatch(it -> it instanceof Outcome.Refused);
        assertThat(StoredTree.checked(database)).hasSize(acknowledged.size() + 1).containsAllEntriesOf(acknowledged);
    }

    @Test
    void a_conflict_in_a_batch_fails_only_the_loser() throws Exception {
        commit.append(List.of(NewEvents.of("taken", 0)));
        List<List<NewEvent>> units = List.of(
                List.of(NewEvents.of("a", 0), NewEvents.of("a", 1)),
                List.of(NewEvents.of("b", 0), NewEvents.of("taken", 0)),
                List.of(NewEvents.of("c", 0)),
                List.of(NewEvents.of("null\0byte", 0)),
                List.of(NewEvents.of("c", 0), NewEvents.of("d", 0)),
                List.of(NewEvents.of("e", 0)));

        List<Outcome> outcomes = inOneBatch(units);

        assertThat(outcomes).extracting(Outcome::getClass).map(Class::getSimpleName)
                .containsExactly("Stored", "Refused", "Stored", "Refused", "Refused", "Stored");
        assertThat(StoredTree.checked(database)).hasSize(6).doesNotContainKey(units.get(1).getFirst().eventId());
        assertThat(outcomes.get(5)).isEqualTo(new Outcome.Stored(5));
    }

    @Test
    void units_that_can_never_be_stored_do_not_keep_the_others_waiting() throws Exception {
        List<List<NewEvent>> units = new ArrayList<>();
        for (int unit = 0; unit < 50; unit++) {
            units.add(List.of(NewEvents.of("one-for-all", 0)));
        }

        List<Outcome> outcomes = inOneBatch(units);

        assertThat(outcomes.stream().filter(Outcome.Stored.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Outcome.Refused.class::isInstance)).hasSize(49);
        assertThat(StoredTree.checked(database)).hasSize(2);
    }

    @Test
    void a_head_that_somebody_keeps_locked_lets_nobody_wait_for_ever_and_nothing_is_stored_later() throws Exception {
        NewEvent early = NewEvents.of("early", 0);
        try (Connection other = locked()) {
            long begun = System.nanoTime();
            assertThat(commit.append(List.of(early))).isInstanceOf(Outcome.NotStored.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(MAX_WAIT.multipliedBy(4));
            other.rollback();
        }

        assertThat(commit.append(List.of(NewEvents.of("late", 0)))).isEqualTo(new Outcome.Stored(0));
        assertThat(StoredTree.checked(database)).hasSize(1).doesNotContainKey(early.eventId());
    }

    @Test
    void more_than_may_wait_are_refused_at_once() throws Exception {
        try (GroupCommit narrow = GroupCommit.start(database, new CommitLimits(MAX_WAIT, 2, 10, 1_000));
                Connection other = locked()) {
            List<CompletableFuture<Outcome>> waiting = new ArrayList<>();
            for (int unit = 0; unit < 8; unit++) {
                waiting.add(appended(narrow, List.of(NewEvents.of("w-" + unit, 0))));
                Thread.sleep(20);
            }
            assertThat(waiting.stream().filter(CompletableFuture::isDone)).hasSizeGreaterThanOrEqualTo(5)
                    .allMatch(it -> it.join() instanceof Outcome.NotStored);
            other.rollback();
            assertThat(waiting.getFirst().join()).isEqualTo(new Outcome.Stored(0));
        }
    }

    @Test
    void what_waits_when_the_ledger_closes_is_still_written_and_what_comes_later_is_not() throws Exception {
        List<CompletableFuture<Outcome>> waiting = new ArrayList<>();
        try (Connection other = locked()) {
            for (int unit = 0; unit < 20; unit++) {
                waiting.add(appended(commit, List.of(NewEvents.of("w-" + unit, 0))));
            }
            Thread.sleep(100);
            CompletableFuture<Void> closing = CompletableFuture.runAsync(commit::close);
            Thread.sleep(50);
            other.rollback();
            closing.join();
        }

        assertThat(waiting).allMatch(it -> it.join() instanceof Outcome.Stored);
        assertThat(commit.append(List.of(NewEvents.of("late", 0)))).isInstanceOf(Outcome.NotStored.class);
        assertThat(StoredTree.checked(database)).hasSize(20);
    }

    @Test
    void two_writers_take_turns_and_neither_loses_anything() throws Exception {
        Map<UUID, Long> acknowledged = new ConcurrentHashMap<>();
        try (GroupCommit another = GroupCommit.start(database, CommitLimits.DEFAULT);
                ExecutorService writers = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 8).forEach(writer -> writers.execute(() -> {
                for (int seq = 0; seq < 50; seq++) {
                    NewEvent event = NewEvents.of("s-" + writer, seq);
                    Outcome outcome = (writer % 2 == 0 ? commit : another).append(List.of(event));
                    acknowledged.put(event.eventId(), ((Outcome.Stored) outcome).first());
                }
            }));
        }

        assertThat(StoredTree.checked(database)).hasSize(400).isEqualTo(acknowledged);
    }

    @Test
    void a_listener_is_told_how_every_unit_ended_and_how_much_each_commit_stored() {
        List<CommitListener.Ending> endings = new ArrayList<>();
        List<Integer> commits = Collections.synchronizedList(new ArrayList<>());
        CommitListener listener = new CommitListener() {
            @Override
            public void appended(Ending ending, long nanos) {
                assertThat(nanos).isPositive();
                endings.add(ending);
            }

            @Override
            public void committed(int units, int events) {
                commits.addAll(List.of(units, events));
            }
        };
        GroupCommit told = GroupCommit.start(database, CommitLimits.DEFAULT, listener);
        told.append(List.of(NewEvents.of("a", 0), NewEvents.of("a", 1)));
        told.append(List.of(NewEvents.of("a", 0)));
        told.close();
        told.append(List.of(NewEvents.of("late", 0)));

        assertThat(endings).containsExactly(
                CommitListener.Ending.STORED, CommitListener.Ending.REFUSED, CommitListener.Ending.NOT_STORED);
        assertThat(commits).as("one commit of one unit with two events").containsExactly(1, 2);
    }

    /** The units arrive while the head is locked, the first of them alone; the others are the next batch. */
    private List<Outcome> inOneBatch(List<List<NewEvent>> units) throws Exception {
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        try (Connection other = locked()) {
            CompletableFuture<Outcome> first = appended(commit, List.of(NewEvents.of("other-0", 0)));
            Thread.sleep(100);
            for (List<NewEvent> unit : units) {
                outcomes.add(appended(commit, unit));
                Thread.sleep(3);
            }
            other.rollback();
            assertThat(first.join()).isInstanceOf(Outcome.Stored.class);
        }
        return outcomes.stream().map(CompletableFuture::join).toList();
    }

    private Connection locked() throws Exception {
        Connection other = database.getConnection();
        other.setAutoCommit(false);
        other.createStatement().execute("SELECT * FROM ledger.head FOR UPDATE");
        return other;
    }

    private static CompletableFuture<Outcome> appended(GroupCommit commit, List<NewEvent> unit) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> outcome.complete(commit.append(unit)));
        return outcome;
    }
}
