package cn.dabiao.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import cn.dabiao.examples.Guannan;
import cn.dabiao.ledger.EventExamples;
import cn.dabiao.ledger.LedgerUnderTest;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.ledger.TestPostgres;
import cn.dabiao.ledger.once.Done;
import cn.dabiao.ledger.once.DoneParts;
import cn.dabiao.ledger.once.KeyedRequest;
import cn.dabiao.ledger.once.Part;
import cn.dabiao.ledger.proof.Hash;

/** Requests with keys: what they do stands with their events or not at all, and once. */
class RequestsOnceTest {

    private final DataSource database = TestPostgres.migrated();
    private final GroupCommit commit = GroupCommit.start(database, CommitLimits.DEFAULT);
    private final DoneParts parts = new DoneParts(database);

    @AfterEach
    void stop() {
        commit.close();
    }

    @Test
    void what_a_request_has_done_is_found_where_its_last_event_stands() {
        KeyedRequest request = Requests.of("office", "k", "{}");
        commit.append(List.of(NewEvents.of("test:a", 0)));
        commit.append(List.of(NewEvents.of("test:b", 0), NewEvents.of("test:b", 1)), request.part());

        Hash fingerprint = request.part().request().fingerprint();
        assertThat(parts.find(request.part())).hasValue(new Done(fingerprint, new StreamId("test:b"), 2, 2));
        assertThat(parts.find(request.at(1).part())).as("another command of it").isEmpty();
        assertThat(parts.find(Requests.of("office", "other", "{}").part())).isEmpty();
        assertThat(parts.find(Requests.of("leader", "k", "{}").part())).as("another caller's").isEmpty();
        assertThat(parts.find(Requests.of("office", "k", "{\"a\": 1}").part()))
                .as("whatever else is asked for under the key, what was done is told")
                .hasValueSatisfying(done -> assertThat(done.fingerprint()).isEqualTo(fingerprint));
    }

    @Test
    void events_that_are_refused_leave_no_trace_of_their_request() {
        Part part = Requests.of("office", "k", "{}").part();
        commit.append(List.of(NewEvents.of("taken", 0)));

        assertThat(commit.append(List.of(NewEvents.of("b", 0), NewEvents.of("taken", 0)), part))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(parts.find(part)).isEmpty();

        assertThat(commit.append(List.of(NewEvents.of("b", 0)), part)).isEqualTo(new Outcome.Stored(1));
    }

    @Test
    void of_the_same_request_in_one_batch_one_is_stored_and_all_others_are() throws Exception {
        List<CompletableFuture<Outcome>> outcomes = new ArrayList<>();
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("SELECT * FROM ledger.head FOR UPDATE");
            for (int sent = 0; sent < 10; sent++) {
                outcomes.add(appended("same-" + sent, Requests.of("office", "k", "{}").part()));
                outcomes.add(appended("other-" + sent, Requests.of("office", "k" + sent, "{}").part()));
                outcomes.add(appended("leaders-" + sent, Requests.of("leader-" + sent, "k", "{}").part()));
                outcomes.add(appended("keyless-" + sent, null));
            }
            Thread.sleep(100);
            other.rollback();
        }

        assertThat(outcomes.stream().map(CompletableFuture::join).filter(Outcome.Refused.class::isInstance)).hasSize(9);
        assertThat(StoredTree.checked(database)).hasSize(31);
        assertThat(count("SELECT count(*) FROM ledger.idempotency")).isEqualTo(21);
        assertEachStandsByItsOwnEvent();
    }

    @Test
    void the_same_request_in_a_later_batch_is_a_conflict_even_where_it_would_open_another_stream() {
        try (LedgerUnderTest its = LedgerUnderTest.on(database)) {
            its.append(LedgerUnderTest.message(StreamId.of(Guannan.ASSESSMENT), 0, EventExamples.ALL.get(4), Instant.EPOCH));
            Part part = Requests.of("office", "k", "{}").part();
            new Receipt().around(part, () -> {
                its.append(LedgerUnderTest.message(new StreamId("assessment:a:1"), 0, EventExamples.ALL.get(4), Instant.EPOCH));
                return null;
            });

            assertThatThrownBy(() -> new Receipt().around(part, () -> {
                        its.append(LedgerUnderTest.message(
                                new StreamId("assessment:a:2"), 0, EventExamples.ALL.get(4), Instant.EPOCH));
                        return null;
                    }))
                    .isInstanceOf(ConcurrencyException.class);
            assertThat(parts.find(part)).hasValueSatisfying(done -> assertThat(done.position()).isEqualTo(1));
        }
    }

    @Test
    void a_line_that_breaks_before_or_after_the_commit_leaves_each_request_done_once() throws Exception {
        try (Line line = new Line(database);
                GroupCommit far = GroupCommit.start(line.database(), CommitLimits.DEFAULT)) {
            far.append(List.of(NewEvents.of("before", 0)));
            for (Line.Cut cut : List.of(Line.Cut.NEXT_REQUEST, Line.Cut.NEXT_ANSWER)) {
                Part part = Requests.of("office", "key-" + cut, "{}").part();
                line.cut(cut);
                Outcome outcome = far.append(List.of(NewEvents.of("s-" + cut, 0)), part);

                assertThat(outcome).isInstanceOf(Outcome.Stored.class);
                assertThat(parts.find(part).orElseThrow().position()).isEqualTo(((Outcome.Stored) outcome).first());
            }
        }
        assertThat(StoredTree.checked(database)).hasSize(3);
    }

    @Test
    void of_two_processes_that_carry_out_the_same_requests_one_does_each() throws Exception {
        Process one = AppendingProcess.start("one-", 300, 0, database, "keyed");
        Process two = AppendingProcess.start("two-", 300, 0, database, "keyed");
        // Whoever loses a request has a hole in its stream, which the writer does not mind.
        Map<UUID, Long> acknowledged = acknowledged(one);
        acknowledged.putAll(acknowledged(two));

        assertThat(StoredTree.checked(database)).hasSize(300).isEqualTo(acknowledged);
        assertThat(count("SELECT count(*) FROM ledger.idempotency")).isEqualTo(300);
        assertEachStandsByItsOwnEvent();
    }

    @Test
    void a_request_numbers_its_commands_as_they_come_to_an_end() {
        KeyedRequest request = Requests.of("office", "k", "{}");
        int refused = request.part().ordinal();
        int triedAgain = request.part().ordinal();
        request.ended();

        assertThat(IntStream.of(refused, triedAgain, request.part().ordinal(), request.at(7).part().ordinal()))
                .containsExactly(0, 0, 1, 7);
        assertThat(KeyedRequest.current()).isNull();
        KeyedRequest current = request.around(KeyedRequest::current);
        assertThat(current).isSameAs(request);
        KeyedRequest outside = request.around(() -> KeyedRequest.outside(KeyedRequest::current));
        assertThat(outside).isNull();
    }

    private void assertEachStandsByItsOwnEvent() throws SQLException {
        assertThat(count(
                        """
                        SELECT count(DISTINCT last_position)
                          FROM ledger.idempotency
                          JOIN ledger.event ON position = last_position"""))
                .isEqualTo(count("SELECT count(*) FROM ledger.idempotency"));
    }

    private CompletableFuture<Outcome> appended(String stream, @Nullable Part part) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> outcome.complete(commit.append(List.of(NewEvents.of(stream, 0)), part)));
        return outcome;
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Map<UUID, Long> acknowledged(Process process) throws IOException, InterruptedException {
        Map<UUID, Long> positions = new HashMap<>();
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().map(line -> line.split(" ", -1)).forEach(words ->
                    positions.put(UUID.fromString(words[1]), Long.valueOf(words[0])));
        }
        assertThat(process.waitFor()).isZero();
        return positions;
    }
}
