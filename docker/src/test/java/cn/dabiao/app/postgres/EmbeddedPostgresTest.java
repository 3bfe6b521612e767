package cn.dabiao.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.app.DabiaoTest;
import cn.dabiao.app.data.DataDirectory;
import cn.dabiao.app.start.StartRefused;

@DabiaoTest
class EmbeddedPostgresTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataDirectory data;

    @Autowired
    private EmbeddedPostgres postgres;

    @ParameterizedTest
    @CsvSource({"fsync,on", "synchronous_commit,on", "full_page_writes,on", "server_encoding,UTF8", "TimeZone,UTC",
        "shared_buffers,256MB", "max_connections,100", "listen_addresses,127.0.0.1", "data_checksums,on"})
    void it_is_as_durable_as_a_real_one(String parameter, String value) {
        assertThat(jdbc.sql("SELECT current_setting(:name)").param("name", parameter).query(String.class).single())
                .isEqualTo(value);
    }

    @Test
    void the_application_runs_as_somebody_who_owns_nothing() {
        assertThat(jdbc.sql("SELECT current_user || ' ' || current_database() || ' ' || current_setting('is_superuser')")
                        .query(String.class)
                        .single())
                .isEqualTo("dabiao_app dabiao off");
        assertThat(jdbc.sql("SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** Through the pool of the running application: whoever breaks into it has no more rights than this. */
    @ParameterizedTest
    @ValueSource(strings = {
        "UPDATE ledger.event SET payload = payload",
        "DELETE FROM ledger.event",
        "TRUNCATE ledger.event",
        "UPDATE ledger.checkpoint SET note = note",
        "DELETE FROM ledger.node",
        "ALTER TABLE ledger.event DISABLE TRIGGER event_is_append_only",
        "DROP TABLE ledger.event",
        "DROP TABLE view.school",
        "UPDATE view.flyway_schema_history SET success = false",
        "DROP TABLE timer.scheduled_task",
        "UPDATE timer.flyway_schema_history SET success = false",
        "CREATE TABLE ledger.another (id int)",
        "SET ROLE dabiao",
        "GRANT dabiao TO dabiao_app",
        "ALTER ROLE dabiao_app SUPERUSER"
    })
    void the_application_cannot_change_history(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .hasRootCauseInstanceOf(PSQLException.class)
                .rootCause()
                .extracting(cause -> ((PSQLException) cause).getSQLState())
                .isEqualTo("42501");
    }

    @Test
    void without_the_password_nobody_gets_in() {
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.jdbcUrl("postgres"), "postgres", "postgres"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void secrets_are_readable_by_the_owner_only() throws IOException {
        for (String secret : new String[] {"postgres.password", "postgres-app.password", "issuer-key.json", "ledger.key"}) {
            Path file = data.path().resolve(secret);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
    }

    @Test
    void a_second_server_on_the_same_directory_is_refused_within_the_process_too() {
        assertThatThrownBy(() -> DataDirectoryLock.acquire(data.create())).isInstanceOf(StartRefused.class);
    }
}
