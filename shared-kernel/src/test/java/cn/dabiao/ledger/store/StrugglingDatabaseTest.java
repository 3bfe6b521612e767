package cn.dabiao.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

import cn.dabiao.ledger.TestPostgres;

/** A database that answers, but cannot, or not in time: bounded waits, nothing half written, and the writer goes on after. */
class StrugglingDatabaseTest {

    private static final Duration MAX_WAIT = Duration.ofMillis(400);
    private static final Duration BOUND = MAX_WAIT.multipliedBy(4).plusMillis(500);
    private static final String AT_ONCE = "AFTER INSERT ON ledger.event";
    /** Runs when everything is done but the commit itself. */
    private static final String AT_COMMIT = "AFTER INSERT ON ledger.event DEFERRABLE INITIALLY DEFERRED";

    private final DataSource database = TestPostgres.migrated();
    private final GroupCommit commit = GroupCommit.start(database, CommitLimits.DEFAULT.withMaxWait(MAX_WAIT));

    @AfterEach
    void stop() {
        commit.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {AT_ONCE, AT_COMMIT})
    void a_full_disk_stores_nothing_and_is_told_at_once_to_all_who_wait(String when) throws Exception {
        struggles(when, "RAISE 'No space left on device' USING ERRCODE = 'disk_full'");

        List<Outcome> outcomes = appendedTogether(20, "s-");

        assertThat(outcomes).hasSize(20).allMatch(Outcome.NotStored.class::isInstance);
        assertThat(StoredTree.checked(database)).isEmpty();
        assertGoesOn(0);
    }

    /** A conflict has the writer go unit by unit, with savepoints: what it has done before the disk is full goes, too. */
    @Test
    void a_disk_that_is_full_in_the_middle_of_a_batch_leaves_nothing_of_it() throws Exception {
        commit.append(List.of(NewEvents.of("taken", 0)));
        struggles(AT_ONCE, "IF NEW.stream_id = 'full' THEN RAISE 'No space left' USING ERRCODE = 'disk_full'; END IF");
        List<CompletableFuture<Outcome>> batch = new ArrayList<>();
        try (Connection other = locked()) {
            CompletableFuture<Outcome> first = appended("first");
            Thread.sleep(50);
            for (String stream : List.of("before", "taken", "full", "after")) {
                batch.add(appended(stream));
                Thread.sleep(5);
            }
            other.rollback();
            assertThat(first.join()).isInstanceOf(Outcome.Stored.class);
        }

        assertThat(batch).allMatch(outcome -> outcome.join() instanceof Outcome.NotStored);
        assertThat(StoredTree.checked(database)).hasSize(2);
        assertGoesOn(2);
    }

    @Test
    void a_database_that_is_too_slow_is_given_up_in_time_and_stores_nothing_later() throws Exception {
        struggles(AT_ONCE, "PERFORM pg_sleep(20)");

        List<Outcome> outcomes = appendedTogether(20, "s-");

        assertThat(outcomes).hasSize(20).allMatch(Outcome.NotStored.class::isInstance);
        assertThat(StoredTree.checked(database)).isEmpty();
        assertGoesOn(0);
    }

    /** No limit of PostgreSQL's ends a commit. So nobody can know how it will end, and nobody is told that they do. */
    @Test
    void a_commit_that_is_too_slow_is_told_in_time_as_unknown_and_stands_once_it_is_through() throws Exception {
        struggles(AT_COMMIT, "PERFORM pg_sleep(3)");

        assertThat(appended("slow").join()).isInstanceOf(Outcome.Unknown.class);
        assertThat(appended("behind").join()).isInstanceOf(Outcome.NotStored.class);

        // Waits for the slow one, which holds the table.
        assertGoesOn(1);
    }

    @Test
    void a_database_that_answers_before_its_disk_does_waits_for_it_when_the_ledger_is_written() throws Exception {
        execute("ALTER DATABASE %s SET synchronous_commit = off".formatted(((PGSimpleDataSource) database).getDatabaseName()));
        struggles(AT_ONCE, "IF current_setting('synchronous_commit') = 'off' THEN RAISE 'not on disk'; END IF");
        try (GroupCommit later = GroupCommit.start(database, CommitLimits.DEFAULT)) {
            assertThat(later.append(List.of(NewEvents.of("kept", 0)))).isEqualTo(new Outcome.Stored(0));
        }
    }

    private void struggles(String when, String how) throws SQLException {
        execute("CREATE FUNCTION public.struggle() RETURNS trigger LANGUAGE plpgsql AS "
                + "$$ BEGIN %s; RETURN NULL; END $$".formatted(how));
        execute("CREATE CONSTRAINT TRIGGER struggle %s FOR EACH ROW EXECUTE FUNCTION public.struggle()".formatted(when));
    }

    private void assertGoesOn(long position) throws SQLException {
        execute("DROP TRIGGER struggle ON ledger.event");
        assertThat(commit.append(List.of(NewEvents.of("on", 0)))).isEqualTo(new Outcome.Stored(position));
        assertThat(StoredTree.checked(database)).hasSize((int) position + 1);
    }

    private List<Outcome> appendedTogether(int units, String prefix) {
        List<CompletableFuture<Outcome>> waiting = new ArrayList<>();
        for (int unit = 0; unit < units; unit++) {
            waiting.add(appended(prefix + unit));
        }
        return waiting.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<Outcome> appended(String stream) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            long begun = System.nanoTime();
            Outcome known = commit.append(List.of(NewEvents.of(stream, 0)));
            Duration waited = Duration.ofNanos(System.nanoTime() - begun);
            if (waited.compareTo(BOUND) < 0) {
                outcome.complete(known);
            } else {
                outcome.completeExceptionally(new AssertionError("waited " + waited + " for " + known));
            }
        });
        return outcome;
    }

    private Connection locked() throws SQLException {
        Connection other = database.getConnection();
        other.setAutoCommit(false);
        other.createStatement().execute("SELECT * FROM ledger.head FOR UPDATE");
        return other;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
