package cn.dabiao.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import cn.dabiao.domain.people.Contact;
import cn.dabiao.domain.people.PersonId;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Phone;
import cn.dabiao.domain.value.Seal;
import cn.dabiao.examples.Guannan;
import cn.dabiao.ledger.TestPostgres;

/** Persons are sealed, opened and erased on a real database. */
class PersonsTest {

    private static final Owner OWNER = Owner.of(Guannan.SCHOOL);
    private static final Owner ANOTHER = Owner.of(new SchoolCode("2132072402"));
    private static final PersonName NAME = new PersonName("陈余山");

    @TempDir
    private Path directory;

    private final DataSource database = TestPostgres.migrated();

    @ParameterizedTest
    @EnumSource
    void what_is_sealed_is_opened_again_and_tells_nothing(Suite suite) {
        Persons persons = persons(suite);
        SchoolFacts facts = Guannan.schoolFacts();

        SchoolFacts sealed = persons.seal(OWNER, facts);

        assertThat(sealed.toString())
                .doesNotContain(facts.principal().name().value(), facts.principal().phone().value())
                .doesNotContain(facts.vicePrincipal().name().value(), facts.vicePrincipal().phone().value());
        assertThat(sealed.name()).isEqualTo(facts.name());
        assertThat(persons.shown(sealed.principal().name().value())).isEqualTo(facts.principal().name().value());
        assertThat(persons.shown(sealed.vicePrincipal().phone().value()))
                .isEqualTo(facts.vicePrincipal().phone().value());
    }

    @Test
    void what_has_not_changed_is_sealed_the_same_way_on_every_node() {
        SchoolFacts first = persons(Suite.AES).seal(OWNER, Guannan.schoolFacts());

        assertThat(persons(Suite.AES).seal(OWNER, Guannan.schoolFacts())).isEqualTo(first);
        // Who became known under one suite keeps their key when another is in force.
        assertThat(persons(Suite.SM4).seal(OWNER, Guannan.schoolFacts())).isEqualTo(first);
        assertThat(persons(Suite.AES).sealKnown(Map.of(OWNER, Guannan.schoolFacts()))).containsValue(first);
    }

    @Test
    void a_name_elsewhere_is_another_person() {
        Persons persons = persons(Suite.AES);

        PersonName here = persons.seal(OWNER, NAME);
        PersonName there = persons.seal(ANOTHER, NAME);

        assertThat(Persons.of(here)).isNotEqualTo(Persons.of(there)).isPresent();
        assertThat(persons.find(OWNER, NAME)).isEqualTo(Persons.of(here));
        assertThat(persons.find(OWNER, new PersonName("陈余水"))).isEmpty();
    }

    @Test
    void what_is_sealed_already_stays_and_what_was_stored_in_clear_is_shown_as_it_is() {
        Persons persons = persons(Suite.AES);
        PersonName sealed = persons.seal(OWNER, NAME);

        assertThat(persons.seal(ANOTHER, sealed)).isEqualTo(sealed);
        assertThat(persons.shown("陈余山")).isEqualTo("陈余山");
    }

    @Test
    void nobody_becomes_known_by_being_looked_for() throws SQLException {
        Persons persons = persons(Suite.AES);

        assertThat(persons.sealKnown(Map.of(OWNER, Guannan.schoolFacts()))).containsValue(Guannan.schoolFacts());
        assertThat(persons.find(OWNER, NAME)).isEmpty();
        assertThat(table()).isEmpty();
    }

    @Test
    void many_who_enter_the_same_person_at_once_enter_one() throws Exception {
        Callable<PersonName> entering = () -> persons(Suite.AES).seal(OWNER, NAME);
        Set<PersonName> seals;
        try (ExecutorService executor = Executors.newFixedThreadPool(8)) {
            seals = executor.invokeAll(Stream.generate(() -> entering).limit(40).toList()).stream()
                    .map(Future::resultNow)
                    .collect(Collectors.toSet());
        }

        assertThat(seals).hasSize(1);
        assertThat(table()).hasSize(1);
    }

    @Test
    void a_changed_seal_or_that_of_another_opens_nothing() {
        Persons persons = persons(Suite.AES);
        String mine = persons.seal(OWNER, NAME).value();
        String other = persons.seal(OWNER, new PersonName("李爱华")).value();
        String end = mine.endsWith("A") ? "B" : "A";
        String body = mine.substring(mine.lastIndexOf(':'));

        for (String forged : List.of(
                mine.substring(0, 40) + (mine.charAt(40) == 'x' ? "y" : "x") + mine.substring(41),
                mine.replaceFirst("sealed:n:", "sealed:p:"),
                other.substring(0, other.lastIndexOf(':')) + body)) {
            assertThat(Seal.is(forged)).as(forged + end).isTrue();
            assertThat(persons.shown(forged)).isIn(Persons.ERASED, Persons.NO_NUMBER);
        }
    }

    @Test
    void who_is_erased_is_gone_on_every_node_and_can_be_entered_anew_as_somebody_else() throws SQLException {
        Persons here = persons(Suite.AES);
        Persons there = persons(Suite.AES);
        PersonName sealed = here.seal(OWNER, NAME);
        PersonId person = here.find(OWNER, NAME).orElseThrow();

        assertThat(here.shown(sealed.value())).as("its key is remembered").isEqualTo("陈余山");
        assertThat(here.erase(List.of(person))).containsExactly(person);
        assertThat(here.erase(List.of(person))).isEmpty();

        assertThat(here.shown(sealed.value())).isEqualTo(Persons.ERASED);
        assertThat(there.shown(sealed.value())).isEqualTo(Persons.ERASED);
        assertThat(here.find(OWNER, NAME)).isEmpty();
        assertThat(table()).singleElement().asString().contains("null null");
        PersonName anew = here.seal(OWNER, NAME);
        assertThat(anew).isNotEqualTo(sealed);
        assertThat(here.shown(anew.value())).isEqualTo("陈余山");
        assertThat(here.shown(sealed.value())).isEqualTo(Persons.ERASED);
    }

    @Test
    void a_number_goes_with_the_name_and_leaves_one_of_its_form() {
        Persons persons = persons(Suite.AES);
        Contact principal = persons.seal(OWNER, Guannan.schoolFacts()).principal();

        persons.erase(List.of(Persons.of(principal.name()).orElseThrow()));

        assertThat(persons.shown(principal.name().value())).isEqualTo(Persons.ERASED);
        assertThat(new Phone(persons.shown(principal.phone().value()))).isEqualTo(new Phone(Persons.NO_NUMBER));
    }

    @Test
    void an_older_copy_of_the_database_brings_nobody_back() throws Exception {
        Persons persons = persons(Suite.AES);
        PersonName sealed = persons.seal(OWNER, NAME);
        DataSource older = TestPostgres.copyOf(database);
        DataSource another = TestPostgres.copyOf(database);
        persons.erase(List.of(persons.find(OWNER, NAME).orElseThrow()));

        Persons restored = new Persons(older, master(), Suite.AES);

        assertThat(restored.shown(sealed.value())).isEqualTo(Persons.ERASED);
        assertThat(restored.find(OWNER, NAME)).isEmpty();
        PersonName anew = restored.seal(OWNER, NAME);
        assertThat(Persons.of(anew)).as("somebody else from now on").isPresent().isNotEqualTo(Persons.of(sealed));
        assertThat(restored.shown(anew.value())).isEqualTo("陈余山");
        assertThat(restored.erase(restored.erased())).isEmpty();
        // Without that memory the copy would have brought the name back: this is what the file is for.
        Persons forgetful = new Persons(
                another, new FileMasterKey(new byte[32], directory.resolve("none")), Suite.AES);
        assertThat(forgetful.shown(sealed.value())).isEqualTo("陈余山");
    }

    @Test
    void the_first_master_key_is_the_one_of_the_database() {
        byte[] another = new byte[32];
        another[0] = 1;
        Persons others = new Persons(database, new FileMasterKey(another, directory.resolve("x")), Suite.AES);

        assertThat(Persons.hasMasterKey(database)).isFalse();
        assertThat(persons(Suite.AES).isOfThisDatabase(false)).as("there is none yet").isFalse();
        assertThat(persons(Suite.AES).isOfThisDatabase(true)).isTrue();
        assertThat(Persons.hasMasterKey(database)).isTrue();
        assertThat(persons(Suite.SM4).isOfThisDatabase(false)).isTrue();
        assertThat(others.isOfThisDatabase(true)).isFalse();
    }

    @Test
    void a_line_that_a_crash_cut_off_hides_no_other() throws IOException {
        PersonId first = PersonId.of(UUID.randomUUID());
        PersonId second = PersonId.of(UUID.randomUUID());
        Path file = directory.resolve("cut.erased");
        Files.writeString(file, first + "\n" + "0198e7c6-4f0e");

        FileMasterKey master = new FileMasterKey(new byte[32], file);
        master.erase(second);

        assertThat(new FileMasterKey(new byte[32], file).erased()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void where_nobody_can_be_remembered_nobody_is_erased() {
        FileMasterKey master = new FileMasterKey(new byte[32], directory.resolve("no/such/directory"));

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(master::requireErasable);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> master.erase(PersonId.of(UUID.randomUUID())));
        assertThat(master.erased()).isEmpty();
    }

    @Test
    void in_an_event_every_whole_string_is_opened_and_no_part_of_a_text() {
        Persons persons = persons(Suite.AES);
        String seal = persons.seal(OWNER, new PersonName("引\"号\\山")).value();

        assertThat(persons.openedIn("{\"name\":\"" + seal + "\",\"n\":1}"))
                .isEqualTo("{\"name\":\"引\\\"号\\\\山\",\"n\":1}");
        String told = "{\"reason\":\"他写道 \\\"" + seal + "\\\"\"}";
        assertThat(persons.openedIn(told)).isEqualTo(told);
    }

    private Persons persons(Suite suite) {
        return new Persons(database, master(), suite);
    }

    private MasterKey master() {
        return new FileMasterKey(new byte[32], directory.resolve("person.key.erased"));
    }

    private List<String> table() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement all = connection.prepareStatement("SELECT lookup, wrapped_key FROM person.person");
                ResultSet row = all.executeQuery()) {
            Stream.Builder<String> rows = Stream.builder();
            while (row.next()) {
                rows.add(row.getString(1) + " " + row.getString(2));
            }
            return rows.build().toList();
        }
    }
}
