package cn.dabiao.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.ledger.verify.StoreReport.Unsound;

/** Whoever rules the database changes events: the report names the first that is not what it was. */
class TamperedEventsTest {

    private final TamperedStore store = TamperedStore.copy();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "stream_id    | concat(stream_id, '0')",
        "stream_seq   | stream_seq + 100",
        "stream_seq   | -1",
        "stream_type  | 'school'",
        "event_type   | 'assessment.ItemForgiven'",
        "revision     | '2'",
        "recorded_at  | recorded_at + interval '1 microsecond'",
        "recorded_at  | 'infinity'",
        "recorded_at  | '0044-03-15 BC'",
        "payload      | overlay(payload placing ' ' from 3)",
        "metadata     | ''",
        "leaf_hash    | sha256('')",
        "leaf_hash    | ''",
    })
    void a_column_that_was_changed_gives_its_event_away(String column, String value) {
        UUID id = store.idAt(17);

        store.execute("UPDATE ledger.event SET %s = %s WHERE position = 17".formatted(column, value));

        assertUnsound(17, id, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stream_id", "stream_seq", "stream_type", "event_type", "revision", "recorded_at", "payload",
        "metadata", "leaf_hash"})
    void a_column_that_was_emptied_does_too(String column) {
        UUID id = store.idAt(17);

        store.execute(
                "ALTER TABLE ledger.event ALTER COLUMN %s DROP NOT NULL".formatted(column),
                "UPDATE ledger.event SET %s = NULL WHERE position = 17".formatted(column));

        assertUnsound(17, id, "empty");
    }

    @Test
    void an_event_under_another_id_is_named_by_the_id_that_is_found() {
        UUID other = UUID.fromString("018f3b1e-7c00-7abc-8def-ffffffffffff");

        store.execute("UPDATE ledger.event SET event_id = '%s' WHERE position = 17".formatted(other));

        assertUnsound(17, other, "leaf hash");
    }

    @Test
    void an_event_at_another_position_is_missed_where_it_was() {
        store.execute("UPDATE ledger.event SET position = 1000 WHERE position = 17");

        assertNothingAt(17, "the next is at position 18");
    }

    @Test
    void an_event_before_the_first_is_none() {
        UUID id = store.idAt(17);

        store.execute(
                "ALTER TABLE ledger.event DROP CONSTRAINT event_position_check",
                "UPDATE ledger.event SET position = -1 WHERE position = 17");

        assertUnsound(-1, id, "no event can be at this position");
    }

    @Test
    void two_events_at_one_position_are_one_too_many() {
        store.execute(
                "ALTER TABLE ledger.event DROP CONSTRAINT event_pkey",
                "UPDATE ledger.event SET position = 16 WHERE position = 17");

        assertThat(store.verified()).isInstanceOfSatisfying(Unsound.class, it -> {
            assertThat(it.position()).isEqualTo(16);
            assertThat(it.eventId()).isPresent();
        });
    }

    @Test
    void a_deleted_event_is_missed() {
        store.execute("DELETE FROM ledger.event WHERE position = 17");

        assertNothingAt(17, "there is no event");
    }

    @Test
    void of_two_that_were_swapped_the_first_is_named() {
        UUID later = store.idAt(30);

        swap(17, 30);

        assertUnsound(17, later, "leaf hash");
    }

    @Test
    void of_two_that_were_swapped_with_new_leaf_hashes_the_first_is_named() {
        UUID later = store.idAt(30);

        swap(17, 30);
        store.leaves(17, 18).leaves(30, 31);

        assertUnsound(17, later, "");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 17, 18, 44})
    void one_that_was_put_in_between_is_named(long at) {
        UUID forged = insert(at);

        assertUnsound(at, forged, "");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 17, 18, 44})
    void so_is_one_that_was_put_in_between_with_new_leaf_hashes_for_all_that_were_moved(long at) {
        UUID forged = insert(at);

        store.leaves(at, Long.MAX_VALUE);

        assertUnsound(at, forged, "");
    }

    /** Even and odd positions, right and left of a checkpoint, the last one of all, one under the highest node. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 10, 16, 17, 20, 21, 31, 32, 39, 40, 43, 44})
    void an_event_changed_together_with_its_leaf_hash_does_not_fit_the_tree(long position) {
        UUID id = store.idAt(position);

        store.execute("UPDATE ledger.event SET payload = payload || ' ' WHERE position = " + position)
                .leaves(position, position + 1);

        assertUnsound(position, id, "not those the tree was made of");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 16, 17, 43})
    void and_so_it_does_when_the_nodes_right_above_it_were_changed_too(long position) {
        UUID id = store.idAt(position);

        store.execute("UPDATE ledger.event SET payload = payload || ' ' WHERE position = " + position)
                .leaves(position, position + 1)
                .nodes(1);

        assertUnsound(position, id, "not those the tree was made of");
    }

    @Test
    void without_a_trace_of_when_rows_were_written_the_first_of_two_is_named_and_both_are_told() {
        UUID id = store.idAt(24);

        store.execute("UPDATE ledger.event SET payload = payload || ' ' WHERE position = 25").leaves(25, 26);
        store.execute("UPDATE ledger.node SET hash = hash");

        assertUnsound(24, id, "one of the events from here to position 25");
    }

    @Test
    void a_stream_that_goes_on_with_the_wrong_number_does_so_however_well_it_is_hashed() {
        UUID id = store.idAt(17);

        store.execute("DELETE FROM ledger.checkpoint", "UPDATE ledger.event SET stream_seq = 99 WHERE position = 17").everything();

        assertUnsound(17, id, "goes on with 99 where 2 should follow");
    }

    private void swap(long one, long other) {
        store.execute(
                "ALTER TABLE ledger.event DROP CONSTRAINT event_position_check",
                "UPDATE ledger.event SET position = -1 WHERE position = " + one,
                "UPDATE ledger.event SET position = %d WHERE position = %d".formatted(one, other),
                "UPDATE ledger.event SET position = %d WHERE position = -1".formatted(other));
    }

    /** Takes the place of an event, which moves up with all that come after it. */
    private UUID insert(long at) {
        UUID forged = UUID.fromString("018f3b1e-7c00-7abc-8def-ffffffffffff");
        store.execute(
                "UPDATE ledger.event SET position = position + 1000 WHERE position >= " + at,
                "UPDATE ledger.event SET position = position - 999 WHERE position >= 1000",
                """
                INSERT INTO ledger.event
                SELECT %d, 'school:1', 0, 'school', '%s', 'school.SchoolRegistered', '1', now(), '{}', '{}', sha256('')
                """.formatted(at, forged));
        return forged;
    }

    private void assertUnsound(long position, UUID id, String what) {
        assertThat(store.verified()).isInstanceOfSatisfying(Unsound.class, it -> {
            assertThat(it.position()).as(it.what()).isEqualTo(position);
            assertThat(it.eventId()).as(it.what()).contains(id);
            assertThat(it.what()).contains(what);
        });
    }

    private void assertNothingAt(long position, String what) {
        assertThat(store.verified()).isInstanceOfSatisfying(Unsound.class, it -> {
            assertThat(it.position()).as(it.what()).isEqualTo(position);
            assertThat(it.eventId()).isEqualTo(Optional.empty());
            assertThat(it.what()).contains(what);
        });
    }
}
