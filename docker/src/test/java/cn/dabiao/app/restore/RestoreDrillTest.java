package cn.dabiao.app.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import cn.dabiao.app.cli.Verified;
import cn.dabiao.app.postgres.StockPostgres;
import cn.dabiao.app.start.StartRefused;

/**
 * A bureau's own PostgreSQL, backed up with its own tools while Dabiao runs, and restored elsewhere: the commands of
 * {@code docker/RESTORE.md}. Left out where no such PostgreSQL is installed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoreDrillTest {

    private static final String[] ACCOUNTS = {
        "CREATE ROLE dabiao LOGIN PASSWORD 'owner'",
        "CREATE ROLE dabiao_command",
        "CREATE ROLE dabiao_query",
        "CREATE ROLE dabiao_analyst",
        "CREATE ROLE dabiao_app LOGIN PASSWORD 'app' IN ROLE dabiao_command, dabiao_query",
        "CREATE DATABASE dabiao OWNER dabiao"
    };
    private static final String EARLY = "2132072451";
    private static final String LATE = "2132072452";

    @TempDir
    private static Path directory;

    private final List<AutoCloseable> servers = new ArrayList<>();
    private StockPostgres postgres;
    private Path kept;
    private Path key;
    private List<String> rights;

    @BeforeAll
    void two_backups_are_made_while_it_runs_and_a_checkpoint_is_kept_after_the_second() throws Exception {
        Optional<StockPostgres> installed = StockPostgres.newest();
        assumeTrue(installed.isPresent(), "no PostgreSQL with its tools in /usr/lib/postgresql");
        postgres = installed.get();
        StockPostgres.Server source = open(postgres.fresh(directory.resolve("source")));
        for (String statement : ACCOUNTS) {
            postgres.run("psql", source.at("-d", "postgres", "-v", "ON_ERROR_STOP=1", "-c", statement));
        }
        try (Running dabiao = start(source, "spring.flyway.user=dabiao", "spring.flyway.password=owner")) {
            long early = dabiao.write(EARLY);
            dabiao.keepCheckpoint(early, directory.resolve("early.checkpoint"));
            backUp(source, "early");
            long late = dabiao.write(LATE);
            kept = dabiao.keepCheckpoint(late, directory.resolve("kept.checkpoint"));
            key = dabiao.keepKey(directory.resolve("ledger.pub"));
            backUp(source, "late");
        }
        try (Connection superuser = source.connection("postgres")) {
            rights = Rights.in(superuser);
        }
        source.close();
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable server : servers) {
            server.close();
        }
    }

    @Test
    void a_dump_restored_elsewhere_is_sound_has_its_roles_and_rights_and_goes_on() throws Exception {
        StockPostgres.Server restored = restoreDump("late");

        assertThat(verified(restored)).startsWith("0 sound: ").contains("1 brought along");
        try (Connection superuser = restored.connection("postgres")) {
            assertThat(Rights.in(superuser)).isEqualTo(rights).anyMatch(right -> right.contains("ledger.append"));
        }
        refused(restored, "dabiao_app", "UPDATE ledger.event SET payload = 'x'", "permission denied");
        refused(restored, "dabiao_app", "TRUNCATE ledger.checkpoint", "permission denied");
        refused(restored, "dabiao", "DELETE FROM ledger.event", "append-only");
        refused(restored, "dabiao", "UPDATE ledger.head SET size = size - 1", "append-only");
        try (Running dabiao = start(restored)) {
            assertThat(dabiao.status(LATE)).as("views came along").isEqualTo(200);
            Path newer = dabiao.keepCheckpoint(dabiao.write("2132072453"), directory.resolve("newer.checkpoint"));
            assertThat(verified(restored, "--checkpoint", newer.toString()))
                    .startsWith("0 sound: ")
                    .contains("2 brought along");
        }
    }

    @Test
    void a_base_backup_restored_elsewhere_is_sound_and_has_its_roles_and_rights() throws Exception {
        StockPostgres.Server restored = restoreBase("late");

        assertThat(verified(restored)).startsWith("0 sound: ").contains("1 brought along");
        try (Connection superuser = restored.connection("postgres")) {
            assertThat(Rights.in(superuser)).isEqualTo(rights);
        }
    }

    /** It is sound in itself: only what is kept elsewhere tells that something is missing. */
    @Test
    void a_backup_that_is_older_than_what_was_signed_is_noticed_by_the_auditor_and_by_the_signer() throws Exception {
        for (StockPostgres.Server older : List.of(restoreDump("early"), restoreBase("early"))) {
            assertThat(verify(older, "--checkpoint", directory.resolve("early.checkpoint").toString()))
                    .startsWith("0 sound: ");
            assertThat(verified(older)).startsWith("1 UNSOUND at position ");

            assertThatExceptionOfType(Exception.class)
                    .isThrownBy(() -> start(older).close())
                    .satisfies(failure -> assertThat(failure)
                            .rootCause()
                            .isInstanceOfSatisfying(StartRefused.class, refused -> {
                                assertThat(refused.reason()).contains("does not go on from what was signed here", "there are only");
                                assertThat(refused.remedy()).contains("ledger.signed", "docker/RESTORE.md");
                            }));
        }
    }

    private void backUp(StockPostgres.Server source, String name) {
        postgres.run("pg_dumpall", source.at("--roles-only", "-f", file(name + ".roles.sql")));
        postgres.run("pg_dump", source.at("-Fc", "-f", file(name + ".dump"), "dabiao"));
        postgres.run("pg_basebackup", source.at("-D", file(name + ".base"), "-c", "fast", "-X", "stream"));
        postgres.run("pg_verifybackup", file(name + ".base"));
    }

    private StockPostgres.Server restoreDump(String name) throws Exception {
        StockPostgres.Server server = open(postgres.fresh(directory.resolve(name + ".restored")));
        // The superuser is there already: that one statement may fail.
        postgres.run("psql", server.at("-q", "-d", "postgres", "-f", file(name + ".roles.sql")));
        postgres.run("pg_restore", server.at("--create", "--exit-on-error", "-d", "postgres", file(name + ".dump")));
        return server;
    }

    private StockPostgres.Server restoreBase(String name) throws Exception {
        return open(postgres.started(directory.resolve(name + ".base")));
    }

    private StockPostgres.Server open(StockPostgres.Server server) {
        servers.add(server);
        return server;
    }

    private Running start(StockPostgres.Server server, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "server.port=0",
                "dabiao.data-dir=" + directory.resolve("data"),
                "spring.datasource.url=" + server.url(),
                "spring.datasource.username=dabiao_app",
                "spring.datasource.password=app"));
        settings.addAll(List.of(more));
        return Running.with(settings);
    }

    /** By the key and the checkpoint that were kept. */
    private String verified(StockPostgres.Server server, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--checkpoint", kept.toString()));
        arguments.addAll(List.of(more));
        return verify(server, arguments.toArray(String[]::new));
    }

    private String verify(StockPostgres.Server server, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--url", server.url(), "--username", "dabiao_app", "--key", key.toString()));
        arguments.addAll(List.of(more));
        return Verified.by(arguments.toArray(String[]::new));
    }

    private static void refused(StockPostgres.Server server, String account, String change, String why) throws SQLException {
        try (Connection connection = server.connection(account); Statement statement = connection.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute(change))
                    .withMessageContaining(why);
        }
    }

    private static String file(String name) {
        return directory.resolve(name).toString();
    }
}
