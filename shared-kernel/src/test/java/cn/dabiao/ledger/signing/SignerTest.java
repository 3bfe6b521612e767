package cn.dabiao.ledger.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.examples.Guannan;
import cn.dabiao.ledger.EventExamples;
import cn.dabiao.ledger.LedgerUnderTest;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.ledger.TestPostgres;
import cn.dabiao.ledger.audit.Audit;
import cn.dabiao.ledger.proof.Checkpoint;
import cn.dabiao.ledger.proof.Malformed;
import cn.dabiao.ledger.proof.SigningKey;
import cn.dabiao.ledger.store.Line;

/** The signer on a real database: when it signs, and what it never signs. */
class SignerTest {

    private static final SigningKey KEY =
            SigningKey.parse("PRIVATE+KEY+dabiao.cn/320724+2692e486+AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f");
    private static final Duration MORE_THAN_AN_INTERVAL = Duration.ofMillis(1_500);

    private final LedgerUnderTest ledger = LedgerUnderTest.fresh();
    private final Audit audit = new Audit(ledger.database);
    private long next;

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void an_empty_ledger_has_a_checkpoint_from_the_start() {
        try (Signer _ = start(ledger.database)) {
            signedUpTo(0);

            assertThat(audit.newestCheckpoint().orElseThrow().key()).isEqualTo(KEY.verifier());
        }
    }

    @Test
    void events_are_signed_though_nobody_asks_and_without_events_nothing_is() throws Exception {
        try (Signer _ = start(ledger.database)) {
            signedUpTo(0);
            append(3);
            signedUpTo(3);

            List<String> before = checkpoints();
            Thread.sleep(MORE_THAN_AN_INTERVAL);
            assertThat(checkpoints()).isEqualTo(before).hasSize(2);

            append(1);
            signedUpTo(4);
        }
    }

    @Test
    void who_asks_gets_a_checkpoint_at_once() {
        try (Signer _ = start(ledger.database)) {
            signedUpTo(0);
            Duration fastest = MORE_THAN_AN_INTERVAL;
            for (int size = 1; size <= 5; size++) {
                append(1);
                long asked = System.nanoTime();
                audit.askForCheckpoint();
                signedUpTo(size);
                Duration took = Duration.ofNanos(System.nanoTime() - asked);
                fastest = took.compareTo(fastest) < 0 ? took : fastest;
            }
            // Each time the interval has just begun: whoever is not heard waits for the whole of it.
            assertThat(fastest).isLessThan(Duration.ofMillis(500));
        }
    }

    @Test
    void what_came_in_before_it_was_closed_is_signed() {
        Signer signer = start(ledger.database);
        signedUpTo(0);
        append(2);

        signer.close();

        assertThat(newest()).isEqualTo(2);
    }

    @Test
    void a_lost_database_is_found_again() throws Exception {
        try (Line line = new Line(ledger.database); Signer _ = start(line.database())) {
            signedUpTo(0);
            line.breakAll();
            append(2);

            await().atMost(Duration.ofSeconds(15)).until(() -> newest() == 2);
        }
    }

    @Test
    void two_signers_with_one_key_sign_one_history() throws Exception {
        try (Signer _ = start(ledger.database); Signer _ = start(ledger.database)) {
            for (int times = 0; times < 20; times++) {
                append(1);
                audit.askForCheckpoint();
                Thread.sleep(30);
            }
            signedUpTo(20);
        }
        assertThat(checkpoints()).hasSizeGreaterThan(5).allMatch(note -> note.contains("— dabiao.cn/320724 "));
        assertThat(new Notary(KEY, KeyChange.REFUSED)).satisfies(this::signs);
    }

    /** As somebody would who took the tables over, with the triggers off. */
    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE ledger.event SET leaf_hash = sha256('another') WHERE position = 2",
        "UPDATE ledger.node SET hash = sha256('another')",
        "DELETE FROM ledger.node",
        "UPDATE ledger.checkpoint SET note = replace(note, E'\\n3\\n', E'\\n2\\n')"
    })
    void a_history_that_does_not_continue_what_was_signed_is_not_signed(String forgery) throws Exception {
        Notary notary = signedUpToThree();
        pastTheTriggers(forgery);
        append(1);

        assertThat(notary).satisfies(this::refuses);
        assertThat(new Notary(KEY, KeyChange.REFUSED)).as("after a restart").satisfies(this::refuses);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE ledger.head SET size = 2, (frontier, root) = (SELECT hash, hash FROM ledger.node WHERE level = 1)",
        "UPDATE ledger.head SET root = sha256('another')",
        "DELETE FROM ledger.head"
    })
    void a_head_that_is_not_the_one_that_was_signed_is_seen(String forgery) throws Exception {
        Notary notary = signedUpToThree();
        pastTheTriggers(forgery);

        assertThat(notary).satisfies(this::refuses);
        assertThat(new Notary(KEY, KeyChange.REFUSED)).as("after a restart").satisfies(this::refuses);
    }

    @Test
    void the_first_checkpoint_of_all_is_of_a_tree_that_is_stored() throws Exception {
        append(3);
        pastTheTriggers("UPDATE ledger.node SET hash = sha256('another')");

        assertThat(new Notary(KEY, KeyChange.REFUSED)).satisfies(this::refuses);
    }

    @Test
    void a_running_signer_refuses_and_goes_on_refusing() throws Exception {
        try (Signer _ = start(ledger.database)) {
            append(3);
            signedUpTo(3);
            pastTheTriggers("UPDATE ledger.event SET leaf_hash = sha256(leaf_hash) WHERE position = 2");
            append(1);
            Thread.sleep(MORE_THAN_AN_INTERVAL);
            assertThat(newest()).isEqualTo(3);

            append(1);
            Thread.sleep(MORE_THAN_AN_INTERVAL);
            assertThat(newest()).isEqualTo(3);
        }
        assertThat(newest()).as("closing signs no more than running").isEqualTo(3);
    }

    /** Another history altogether, sound in itself, in which nothing was ever signed. */
    @Test
    void what_a_process_has_signed_it_remembers_though_the_database_forgets() throws Exception {
        Notary notary = new Notary(KEY, KeyChange.REFUSED);
        append(2);
        assertThat(notary).satisfies(this::signs);
        try (LedgerUnderTest rewritten = LedgerUnderTest.fresh();
                Connection connection = rewritten.database.getConnection()) {
            for (int seq = 0; seq < 3; seq++) {
                rewritten.append(event(seq));
            }

            assertThatExceptionOfType(HistoryForked.class).isThrownBy(() -> notary.sign(connection));
            assertThat(rewritten.rows("SELECT * FROM ledger.checkpoint")).isEmpty();
        }
    }

    /** The database is put back to an older state, sound in itself, while nobody runs. */
    @Test
    void what_an_earlier_process_kept_is_not_forgotten_with_the_database() throws Exception {
        Memory memory = new Memory();
        append(3);
        sign(new Notary(KEY, KeyChange.REFUSED, memory));
        Checkpoint kept = memory.last().orElseThrow();
        assertThat(kept.size()).isEqualTo(3);
        assertThat(Continuation.whyNot(ledger.database, kept)).isEmpty();

        try (LedgerUnderTest older = LedgerUnderTest.fresh(); Connection connection = older.database.getConnection()) {
            older.append(event(0));

            assertThat(Continuation.whyNot(older.database, kept)).hasValue("3 events were signed, and there are only 1");
            assertThatExceptionOfType(HistoryForked.class)
                    .isThrownBy(() -> new Notary(KEY, KeyChange.REFUSED, memory).sign(connection));
            assertThat(older.rows("SELECT * FROM ledger.checkpoint")).isEmpty();
            assertThat(memory.last()).hasValue(kept);
        }
        assertThat(new Notary(KEY, KeyChange.REFUSED, memory)).satisfies(this::signs);
    }

    @Test
    void what_another_node_has_signed_is_kept_too_and_nothing_is_kept_twice() throws Exception {
        append(2);
        sign(new Notary(KEY, KeyChange.REFUSED));
        Memory memory = new Memory();
        Notary notary = new Notary(KEY, KeyChange.REFUSED, memory);

        sign(notary);
        sign(notary);

        assertThat(memory.kept).extracting(SignedCheckpoint::size).containsExactly(2L);
    }

    private static final class Memory implements Keepsake {
        private final List<SignedCheckpoint> kept = new ArrayList<>();

        @Override
        public Optional<Checkpoint> last() {
            return kept.isEmpty() ? Optional.empty() : Optional.of(kept.getLast().head());
        }

        @Override
        public void keep(SignedCheckpoint newest) {
            kept.add(newest);
        }
    }

    @Test
    void another_key_signs_only_if_it_may() {
        append(1);
        assertThat(new Notary(KEY, KeyChange.REFUSED)).satisfies(this::signs);
        append(1);
        SigningKey another = SigningKey.generate("dabiao.cn/320724", new SecureRandom());

        assertThat(new Notary(another, KeyChange.REFUSED)).satisfies(this::refuses);
        assertThat(new Notary(another, KeyChange.ACCEPTED)).satisfies(this::signs);

        assertThat(audit.checkpoint(1).map(SignedCheckpoint::key)).hasValue(KEY.verifier());
        assertThat(audit.checkpoint(2).map(SignedCheckpoint::key)).hasValue(another.verifier());
        append(1);
        assertThat(new Notary(KEY, KeyChange.REFUSED)).as("the old key").satisfies(this::refuses);
    }

    @Test
    void the_ledger_of_another_origin_is_not_signed() {
        assertThat(new Notary(KEY, KeyChange.REFUSED)).satisfies(this::signs);
        append(1);
        SigningKey another = SigningKey.generate("dabiao.cn/320723", new SecureRandom());

        assertThat(new Notary(another, KeyChange.ACCEPTED)).satisfies(this::refuses);
    }

    private Notary signedUpToThree() {
        Notary notary = new Notary(KEY, KeyChange.REFUSED);
        append(3);
        assertThat(notary).satisfies(this::signs);
        return notary;
    }

    private static Signer start(DataSource database) {
        return Signer.start(database, KEY, KeyChange.REFUSED, Keepsake.NONE);
    }

    private void signs(Notary notary) throws SQLException {
        sign(notary);
        assertThat(newest()).isEqualTo(audit.size());
    }

    private void refuses(Notary notary) throws SQLException {
        List<String> before = checkpoints();
        assertThat(refusal(notary)).isPresent();
        assertThat(checkpoints()).isEqualTo(before);
    }

    private Optional<RuntimeException> refusal(Notary notary) throws SQLException {
        try {
            sign(notary);
            return Optional.empty();
        } catch (HistoryForked | Malformed e) {
            return Optional.of(e);
        }
    }

    private void sign(Notary notary) throws SQLException {
        try (Connection connection = TestPostgres.as(ledger.database, "dabiao_command").getConnection()) {
            notary.sign(connection);
        }
    }

    private void append(int events) {
        for (int times = 0; times < events; times++) {
            ledger.append(event(next++));
        }
    }

    private static DomainEventMessage<?> event(long seq) {
        return LedgerUnderTest.message(StreamId.of(Guannan.ASSESSMENT), seq, EventExamples.ALL.get(4), Instant.EPOCH);
    }

    private void pastTheTriggers(String sql) throws SQLException {
        ledger.execute("SET session_replication_role = replica; " + sql);
    }

    private void signedUpTo(long size) {
        // Of a busy machine it is only wanted that it comes.
        await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(10)).until(() -> newest() == size);
    }

    private long newest() {
        return audit.newestCheckpoint().map(SignedCheckpoint::size).orElse(-1L);
    }

    private List<String> checkpoints() throws SQLException {
        return ledger.rows("SELECT note FROM ledger.checkpoint ORDER BY size");
    }
}
