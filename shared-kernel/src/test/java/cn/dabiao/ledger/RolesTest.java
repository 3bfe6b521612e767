package cn.dabiao.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.examples.Guannan;

/** What the roles may do: the running application appends and reads, and nothing else. */
class RolesTest {

    private static final DataSource OWNER = TestPostgres.migrated();
    private static final DataSource COMMAND = TestPostgres.as(OWNER, "dabiao_command");
    private static final DataSource QUERY = TestPostgres.as(OWNER, "dabiao_query");
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** A history to be changed: a statement that finds no row is refused by no trigger. */
    @BeforeAll
    static void the_command_side_appends() {
        try (LedgerUnderTest ledger = LedgerUnderTest.on(COMMAND)) {
            for (int seq = 0; seq < 2; seq++) {
                ledger.append(LedgerUnderTest.message(
                        StreamId.of(Guannan.ASSESSMENT), seq, EventExamples.ALL.get(4), Instant.EPOCH));
            }
        }
    }

    @Test
    void what_the_command_side_appends_the_query_side_reads() {
        assertThat(new LedgerReader(QUERY, new EventSerializer()).head()).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE ledger.event SET payload = payload",
        "DELETE FROM ledger.event",
        "TRUNCATE ledger.event",
        "UPDATE ledger.node SET hash = hash",
        "DELETE FROM ledger.node",
        "TRUNCATE ledger.node",
        "UPDATE ledger.checkpoint SET note = note",
        "DELETE FROM ledger.checkpoint",
        "TRUNCATE ledger.checkpoint",
        "INSERT INTO ledger.head SELECT * FROM ledger.head",
        "DELETE FROM ledger.head",
        "TRUNCATE ledger.head",
        "UPDATE ledger.flyway_schema_history SET success = false",
        "ALTER TABLE ledger.event DISABLE TRIGGER event_is_append_only",
        "ALTER TABLE ledger.event DISABLE TRIGGER ALL",
        "UPDATE ledger.idempotency SET last_position = 0",
        "TRUNCATE ledger.idempotency",
        "UPDATE ledger.answer SET status = 500",
        "TRUNCATE ledger.answer",
        "SET session_replication_role = replica",
        "DROP TRIGGER event_is_append_only ON ledger.event",
        "DROP TABLE ledger.event",
        "DROP FUNCTION ledger.refuse_change CASCADE",
        "CREATE TABLE ledger.another (id int)",
        "ALTER TABLE ledger.event OWNER TO CURRENT_USER",
    })
    void whoever_runs_cannot_change_history(String statement) {
        refused(COMMAND, statement);
        refused(QUERY, statement);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "INSERT INTO ledger.event SELECT * FROM ledger.event",
        "INSERT INTO ledger.checkpoint (size, note, verifier_key, signed_at) VALUES (0, '', '', now())",
        "INSERT INTO ledger.idempotency (caller, key, ordinal, fingerprint, last_position) VALUES ('', '', 0, '', 0)",
        "DELETE FROM ledger.idempotency",
        "DELETE FROM ledger.answer",
        "UPDATE ledger.head SET fence = fence + 1",
        "SELECT size FROM ledger.head FOR UPDATE"
    })
    void the_query_side_cannot_add_to_it_either(String statement) {
        refused(QUERY, statement);
    }

    @Test
    void what_requests_were_answered_both_sides_remember_and_the_command_side_forgets() throws SQLException {
        String answer =
                """
                INSERT INTO ledger.answer (caller, key, fingerprint, status, headers, body)
                VALUES ('', 'once', '', 200, '{}', '') ON CONFLICT DO NOTHING
                """;
        for (DataSource side : List.of(COMMAND, QUERY)) {
            execute(side, answer);
            execute(side, "SELECT * FROM ledger.answer, ledger.idempotency");
        }
        execute(COMMAND, "DELETE FROM ledger.answer");
        execute(COMMAND, "DELETE FROM ledger.idempotency");
    }

    /** Nobody but a superuser, who switches the trigger off first: neither the command side nor the owner. */
    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE ledger.head SET size = size - 1",
        "UPDATE ledger.head SET fence = fence - 1",
        "UPDATE ledger.head SET root = sha256('another history')",
        "UPDATE ledger.head SET frontier = ''"
    })
    void the_head_never_goes_back(String statement) {
        refused(COMMAND, statement);
        refused(OWNER, statement);
    }

    @Test
    void the_trigger_holds_where_a_right_was_given_by_mistake() throws SQLException {
        DataSource owner = TestPostgres.migrated();
        execute(owner, "INSERT INTO ledger.checkpoint (size, note, verifier_key, signed_at) VALUES (0, '', '', now())");
        execute(owner, "GRANT ALL ON ALL TABLES IN SCHEMA ledger TO dabiao_query");

        refused(TestPostgres.as(owner, "dabiao_query"), "DELETE FROM ledger.checkpoint");
    }

    @Test
    void an_owner_who_may_not_make_roles_migrates_where_they_are() {
        DataSource database = TestPostgres.ownedBy("plain_owner");

        Migrations.run(database, Migrations.LEDGER);

        assertThat(Migrations.pending(database, Migrations.LEDGER)).isEmpty();
    }

    @Test
    void an_owner_who_may_not_make_roles_is_told_what_to_run_where_one_is_missing() {
        DataSource database = TestPostgres.ownedBy("plain_owner");
        TestPostgres.execute("ALTER ROLE dabiao_analyst RENAME TO nobody_yet");
        try {
            assertThatExceptionOfType(FlywayException.class)
                    .isThrownBy(() -> Migrations.run(database, Migrations.LEDGER))
                    .withMessageContaining("CREATE ROLE dabiao_analyst;");
        } finally {
            TestPostgres.execute("ALTER ROLE nobody_yet RENAME TO dabiao_analyst");
        }
    }

    @Test
    void what_is_pending_can_be_asked_without_changing_anything() throws SQLException {
        DataSource empty = TestPostgres.empty();

        assertThat(Migrations.pending(empty, Migrations.LEDGER)).contains("ledger 1", "ledger 5");

        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(empty, "SELECT * FROM ledger.event"));
        assertThat(Migrations.pending(QUERY, Migrations.LEDGER)).isEmpty();
    }

    private static void refused(DataSource database, String statement) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> execute(database, statement))
                .satisfies(e -> assertThat(e.getSQLState()).as(e.getMessage()).isEqualTo(INSUFFICIENT_PRIVILEGE));
    }

    private static void execute(DataSource database, String statement) throws SQLException {
        try (Connection connection = database.getConnection(); Statement it = connection.createStatement()) {
            it.execute(statement);
        }
    }
}
