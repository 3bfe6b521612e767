package cn.dabiao.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.ledger.proof.SignedNote;
import cn.dabiao.ledger.verify.StoreReport.Sound;
import cn.dabiao.ledger.verify.StoreReport.Unsound;

/** Whoever rules the database changes what is stored about the events, or makes all of it anew. */
class TamperedTreeTest {

    private static final Trust KNOWN_KEY = Trust.of(Set.of(TamperedStore.KEY.verifier()), List.of());

    private final TamperedStore store = TamperedStore.copy();

    @Test
    void events_cut_off_at_the_end_are_missed_by_the_head() {
        cutOff(42);

        assertNothingAt(42, "although the head counts 45");
    }

    @Test
    void by_the_nodes_when_the_head_is_made_anew() {
        cutOff(42).execute("DELETE FROM ledger.checkpoint").head();

        assertNothingAt(42, "there is a node of level 1 and index 21");
    }

    @Test
    void and_by_a_checkpoint_when_the_nodes_are_too() {
        cutOff(35).nodes(62).head();

        assertNothingAt(35, "there is the checkpoint of size 40");
    }

    @Test
    void or_by_one_from_outside_when_no_stored_one_is_left() {
        SignedNote kept = store.note(44, TamperedStore.KEY);

        cutOff(42).nodes(62).head();

        assertThat(store.verified(KNOWN_KEY)).isInstanceOf(Sound.class);
        assertThat(store.verified(Trust.of(Set.of(), List.of(kept)))).isInstanceOfSatisfying(Unsound.class, it -> {
            assertThat(it.position()).isEqualTo(42);
            assertThat(it.eventId()).isEmpty();
            assertThat(it.what()).contains("checkpoint of size 44 that was brought along");
        });
    }

    @Test
    void everything_cut_off_is_missed_from_the_beginning() {
        cutOff(0).nodes(62).head();

        assertNothingAt(0, "checkpoint of size 10");
    }

    @ParameterizedTest
    @CsvSource({"1, 9, 18", "1, 21, 42", "2, 4, 16", "3, 4, 32", "5, 0, 0", "2, 10, 40"})
    void a_node_that_was_changed_or_deleted_is_told_apart_from_an_event(int level, long index, long first) {
        String where = " WHERE level = %d AND index = %d".formatted(level, index);

        store.execute("UPDATE ledger.node SET hash = sha256('')" + where);
        assertUnsound(first, store.idAt(first), "not an event was changed but the node");

        store.execute("UPDATE ledger.node SET hash = ''" + where);
        assertUnsound(first, store.idAt(first), "is missing; what is above it is, so not an event was changed");

        store.execute("DELETE FROM ledger.node" + where);
        assertUnsound(first, store.idAt(first), "is missing; what is above it is, so not an event was changed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(1, 22, sha256(''))", "(6, 0, sha256(''))", "(0, 3, sha256(''))", "(1, -1, sha256(''))",
        "(63, 0, sha256(''))"})
    void a_node_that_no_tree_of_the_size_has_is_superfluous(String node) {
        store.execute("INSERT INTO ledger.node VALUES " + node);

        assertNothingAt(45, "although there is a node");
    }

    @Test
    void a_node_stored_twice_is_found() {
        store.execute(
                "ALTER TABLE ledger.node DROP CONSTRAINT node_pkey",
                "INSERT INTO ledger.node SELECT * FROM ledger.node WHERE level = 2 AND index = 10");

        assertThat(store.verified()).isInstanceOf(Unsound.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "size = 44 | 44 | this one is beyond them",
        "size = -1 | 0  | this one is beyond them",
        "size = 46 | 45 | although the head counts 46",
        "root = sha256('') | 45 | the head's root",
        "root = '' | 45 | the head's root",
        "frontier = '' | 45 | the head's frontier",
        "frontier = set_byte(frontier, 5, 1 # get_byte(frontier, 5)) | 45 | the head's frontier",
    })
    void a_head_that_was_changed_is_not_that_of_the_events(String change, long position, String what) {
        store.execute("UPDATE ledger.head SET " + change);

        assertThat(store.verified()).isInstanceOfSatisfying(Unsound.class, it -> {
            assertThat(it.position()).isEqualTo(position);
            assertThat(it.eventId()).isEqualTo(position < 45 ? Optional.of(store.idAt(position)) : Optional.empty());
            assertThat(it.what()).contains(what);
        });
    }

    @Test
    void a_ledger_without_a_head_is_none() {
        store.execute("DELETE FROM ledger.head");

        assertNothingAt(45, "not one head");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "note = replace(note, concat(chr(10), '21'), concat(chr(10), '22')) | the note's signature",
        "note = overlay(note placing 'A' from length(note) - 5) | the note's signature",
        "note = '' | not a signed note",
        "size = 20 | stored as one of size 20 and signed as one of 21",
        "verifier_key = '' | not a verifier key",
    })
    void a_checkpoint_that_was_changed_vouches_for_nothing_after_the_one_before(String change, String what) {
        store.execute("UPDATE ledger.checkpoint SET %s WHERE size = 21".formatted(change));

        assertUnsound(10, store.idAt(10), what);
    }

    @Test
    void a_checkpoint_moved_beyond_the_end_vouches_for_nothing_either() {
        store.execute("UPDATE ledger.checkpoint SET size = 1000 WHERE size = 21");

        assertUnsound(40, store.idAt(40), "stored as one of size 1000 and signed as one of 21");
    }

    @Test
    void a_checkpoint_under_a_foreign_key_is_caught_by_the_known_one() {
        store.sign(21, TamperedStore.FOREIGN);

        assertThat(store.verified()).isInstanceOf(Sound.class);
        assertUnsound(KNOWN_KEY, 10, store.idAt(10), "which is not trusted");
    }

    @Test
    void history_made_anew_in_every_detail_is_caught_by_the_first_checkpoint_that_saw_the_old_one() {
        rewriteFrom(25);

        assertUnsound(21, store.idAt(21), "from here to position 31 the events are not those that were signed");
    }

    @Test
    void even_when_it_begins_before_every_checkpoint() {
        rewriteFrom(3);

        assertUnsound(0, store.idAt(0), "from here to position 9 the events are not those that were signed");
    }

    @Test
    void when_the_checkpoints_are_gone_by_one_from_outside() {
        List<SignedNote> kept = List.of(store.note(32, TamperedStore.KEY), store.note(12, TamperedStore.KEY));

        rewriteFrom(25).execute("DELETE FROM ledger.checkpoint");

        assertThat(store.verified()).isInstanceOf(Sound.class);
        assertUnsound(Trust.of(Set.of(), kept), 12, store.idAt(12), "from here to position 31");
    }

    @Test
    void when_they_are_signed_anew_by_a_foreign_key_by_the_known_one_and_by_one_from_outside() {
        List<SignedNote> kept = List.of(store.note(32, TamperedStore.KEY), store.note(12, TamperedStore.KEY));

        rewriteFrom(25);
        TamperedStore.CHECKPOINTS.stream().filter(size -> size > 25).forEach(size -> store.sign(size, TamperedStore.FOREIGN));

        assertThat(store.verified()).isInstanceOf(Sound.class);
        assertUnsound(KNOWN_KEY, 21, store.idAt(21), "which is not trusted");
        assertUnsound(Trust.of(Set.of(), kept), 12, store.idAt(12), "from here to position 31");
    }

    @Test
    void two_roots_of_one_size_under_one_key_are_a_fork() {
        SignedNote kept = store.note(40, TamperedStore.KEY);

        rewriteFrom(25);
        TamperedStore.CHECKPOINTS.stream().filter(size -> size > 25).forEach(size -> store.sign(size, TamperedStore.KEY));

        assertThat(store.verified(KNOWN_KEY)).isInstanceOf(Sound.class);
        assertThat(store.verified(Trust.of(Set.of(TamperedStore.KEY.verifier()), List.of(kept)))).isInstanceOf(Unsound.class);
    }

    private TamperedStore cutOff(long size) {
        return store.execute("DELETE FROM ledger.event WHERE position >= " + size);
    }

    private TamperedStore rewriteFrom(long position) {
        return store.execute("UPDATE ledger.event SET payload = payload || ' ' WHERE position >= " + position).everything();
    }

    private void assertUnsound(long position, UUID id, String what) {
        assertUnsound(Trust.NOTHING, position, id, what);
    }

    private void assertUnsound(Trust trust, long position, UUID id, String what) {
        assertThat(store.verified(trust)).isInstanceOfSatisfying(Unsound.class, it -> {
            assertThat(it.what()).contains(what);
            assertThat(it.position()).as(it.what()).isEqualTo(position);
            assertThat(it.eventId()).as(it.what()).contains(id);
        });
    }

    private void assertNothingAt(long position, String what) {
        assertThat(store.verified()).isInstanceOfSatisfying(Unsound.class, it -> {
            assertThat(it.what()).contains(what);
            assertThat(it.position()).as(it.what()).isEqualTo(position);
            assertThat(it.eventId()).as(it.what()).isEmpty();
        });
    }
}
