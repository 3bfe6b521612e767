package cn.dabiao.ledger.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import cn.dabiao.ledger.TestPostgres;
import cn.dabiao.ledger.proof.Checkpoint;
import cn.dabiao.ledger.proof.SignedNote;
import cn.dabiao.ledger.verify.StoreReport.Signed;
import cn.dabiao.ledger.verify.StoreReport.Sound;
import cn.dabiao.ledger.verify.StoreReport.Unsound;

/** What nobody touched is sound, and what is touched without harm, too. */
class SoundStoreTest {

    private static final Trust KNOWN_KEY = Trust.of(Set.of(TamperedStore.KEY.verifier()), List.of());

    @Test
    void a_store_that_nobody_touched_is_sound() {
        TamperedStore store = TamperedStore.copy();

        assertThat(store.verified()).isEqualTo(new Sound(45, 6, 4, 0, lastOf(store, 40)));
        assertThat(store.verified(KNOWN_KEY)).isEqualTo(store.verified());
    }

    @Test
    void an_empty_ledger_is_sound_with_a_key_and_without() {
        TamperedStore store = TamperedStore.empty();

        assertThat(store.verified()).isEqualTo(new Sound(0, 0, 0, 0, Optional.empty()));
        assertThat(store.verified(KNOWN_KEY)).isEqualTo(new Sound(0, 0, 0, 0, Optional.empty()));
    }

    @Test
    void an_empty_ledger_may_be_signed() {
        TamperedStore store = TamperedStore.empty().sign(0, TamperedStore.KEY);

        assertThat(store.verified()).isEqualTo(new Sound(0, 0, 1, 0, lastOf(store, 0)));
    }

    @Test
    void so_is_one_of_a_single_event_and_one_without_checkpoints() {
        TamperedStore store = TamperedStore.empty();
        store.append(1);

        assertThat(store.verified()).isEqualTo(new Sound(1, 1, 0, 0, Optional.empty()));
    }

    @Test
    void without_a_checkpoint_a_known_key_has_vouched_for_nothing() {
        TamperedStore store = TamperedStore.copy().execute("DELETE FROM ledger.checkpoint");

        assertThat(store.verified(KNOWN_KEY)).isEqualTo(new Unsound(
                0, Optional.of(store.idAt(0)), "from here on no checkpoint vouches for the events by a trusted key"));
    }

    @Test
    void a_checkpoint_missing_in_the_middle_does_no_harm() {
        TamperedStore store = TamperedStore.copy().execute("DELETE FROM ledger.checkpoint WHERE size = 21");

        assertThat(store.verified(KNOWN_KEY)).isEqualTo(new Sound(45, 6, 3, 0, lastOf(store, 40)));
    }

    @Test
    void a_key_that_was_replaced_signs_on_and_each_checkpoint_holds_by_its_own() {
        TamperedStore store = TamperedStore.copy().sign(40, TamperedStore.FOREIGN);

        assertThat(store.verified()).isInstanceOf(Sound.class);
        assertThat(store.verified(Trust.of(
                        Set.of(TamperedStore.KEY.verifier(), TamperedStore.FOREIGN.verifier()), List.of())))
                .isInstanceOf(Sound.class);
    }

    @Test
    void a_checkpoint_kept_outside_holds_with_its_key_and_without() {
        TamperedStore store = TamperedStore.copy();
        List<SignedNote> notes = List.of(store.note(44, TamperedStore.KEY), store.note(12, TamperedStore.KEY));

        assertThat(store.verified(Trust.of(Set.of(TamperedStore.KEY.verifier()), notes)))
                .isEqualTo(new Sound(45, 6, 4, 2, lastOf(store, 44)));
        assertThat(store.verified(Trust.of(Set.of(), notes)))
                .isEqualTo(new Sound(45, 6, 4, 2, lastOf(store, 44).map(it -> new Signed(it.checkpoint(), Optional.empty()))));
    }

    @Test
    void a_note_that_no_trusted_key_signed_is_refused_before_anything_is_read() {
        List<SignedNote> notes = List.of(TamperedStore.copy().note(12, TamperedStore.FOREIGN));

        assertThatThrownBy(() -> Trust.of(Set.of(TamperedStore.KEY.verifier()), notes))
                .hasMessageContaining("not signed by dabiao.cn/320724");
    }

    @Test
    void more_than_one_chunk_is_as_sound_as_one_and_progress_is_told() throws SQLException {
        TamperedStore store = TamperedStore.empty();
        store.append(20_001, 1_000);
        store.sign(8_192, TamperedStore.KEY).sign(8_193, TamperedStore.KEY).sign(20_001, TamperedStore.KEY);
        List<Long> told = new ArrayList<>();

        StoreReport report = new StoreVerifier(KNOWN_KEY, new Progress() {
            @Override
            public void begin(long events) {
                told.add(events);
            }

            @Override
            public void checked(long events) {
                told.add(events);
            }
        }).verify(store.database);

        assertThat(report).isEqualTo(new Sound(20_001, 6, 3, 0, lastOf(store, 20_001)));
        assertThat(told).startsWith(20_001L).endsWith(20_001L).hasSizeGreaterThan(3);
    }

    @Test
    void in_a_later_chunk_the_event_is_named_too() {
        TamperedStore store = TamperedStore.empty();
        store.append(20_001, 1_000);

        store.execute("UPDATE ledger.event SET payload = '{}' WHERE position = 16385").leaves(16_385, 16_386);

        assertThat(store.verified()).isInstanceOfSatisfying(Unsound.class, it -> {
            assertThat(it.position()).isEqualTo(16_385);
            assertThat(it.eventId()).contains(store.idAt(16_385));
        });
    }

    @Test
    void what_is_appended_while_it_reads_does_not_disturb_it() throws SQLException {
        TamperedStore store = TamperedStore.copy();

        StoreReport report = new StoreVerifier(KNOWN_KEY, new Progress() {
            @Override
            public void begin(long events) {
                store.append(7);
                store.sign(52, TamperedStore.KEY);
            }

            @Override
            public void checked(long events) {}
        }).verify(store.database);

        assertThat(report).isEqualTo(new Sound(45, 6, 4, 0, lastOf(store, 40)));
        assertThat(store.verified()).isInstanceOfSatisfying(Sound.class, it -> assertThat(it.events()).isEqualTo(52));
    }

    @Test
    void it_can_write_nothing_and_a_database_that_is_no_ledger_cannot_be_checked() throws SQLException {
        TamperedStore store = TamperedStore.copy();
        store.execute("ALTER DATABASE %s SET default_transaction_read_only = on".formatted(
                ((PGSimpleDataSource) store.database).getDatabaseName()));

        assertThat(store.verified()).isInstanceOf(Sound.class);
        assertThatThrownBy(() -> new StoreVerifier(Trust.NOTHING, Progress.NONE).verify(TestPostgres.empty()))
                .isInstanceOf(SQLException.class);
    }

    private static Optional<Signed> lastOf(TamperedStore store, long size) {
        Checkpoint checkpoint = Checkpoint.parse(store.note(size, TamperedStore.KEY).textSignedBy(TamperedStore.KEY.verifier()));
        return Optional.of(new Signed(checkpoint, Optional.of(TamperedStore.KEY.verifier())));
    }
}
