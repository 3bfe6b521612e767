package cn.dabiao.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import cn.dabiao.app.DabiaoProperties;
import cn.dabiao.app.DabiaoTest;
import cn.dabiao.app.Role;
import cn.dabiao.app.start.StartRefused;

/** A bureau's own PostgreSQL with its two accounts; played by databases beside the embedded one. */
@DabiaoTest
class AccountsTest {

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String PASSWORD = "secret";

    @Autowired
    private FlywayConnectionDetails embedded;

    @Autowired
    private JdbcConnectionDetails application;

    private String name = "";
    private String url = "";

    @BeforeEach
    void a_database_of_its_own() throws SQLException {
        name = "bureau_" + DATABASES.incrementAndGet();
        url = application.getJdbcUrl().replaceFirst("/dabiao$", "/" + name);
        execute("postgres", role("_owner", ""), role("_app", "IN ROLE dabiao_command, dabiao_query"));
        execute("postgres", "CREATE DATABASE %s OWNER %s_owner".formatted(name, name));
    }

    @Test
    void the_owner_migrates_and_another_account_runs() {
        assertThat(start("_app", "_owner", Role.ALL)).isEqualTo(new MigratedDatabase(name + "_app"));

        assertThat(start("_app", null, Role.ALL)).as("at the next start no owner is needed").isNotNull();
    }

    @Test
    void a_database_that_was_never_migrated_needs_its_owner() {
        refused("_app", null, Role.ALL, "no ledger");
    }

    @Test
    void an_older_database_needs_its_owner_once() throws SQLException {
        start("_app", "_owner", Role.ALL);
        execute(name, "DELETE FROM view.flyway_schema_history WHERE installed_rank = "
                + "(SELECT max(installed_rank) FROM view.flyway_schema_history)");

        refused("_app", null, Role.ALL, "lacks the migrations [view ");
        assertThat(start("_app", null, Role.COMMAND)).as("the views are no matter to it").isNotNull();
    }

    @Test
    void the_owner_itself_must_not_run() {
        refused("_owner", "_owner", Role.ALL, "owns the ledger's tables");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ALTER ROLE %s_app SUPERUSER                         | is a superuser",
        "GRANT %1$s_owner TO %1$s_app                        | owns the ledger's tables",
        "GRANT %1$s_owner TO %1$s_app WITH INHERIT FALSE     | owns the ledger's tables",
        "GRANT DELETE ON ledger.event TO %s_app              | may UPDATE, DELETE or TRUNCATE",
        "GRANT TRUNCATE ON ledger.node TO dabiao_query       | may UPDATE, DELETE or TRUNCATE",
        "GRANT UPDATE (payload) ON ledger.event TO PUBLIC    | may UPDATE, DELETE or TRUNCATE",
        "GRANT pg_write_all_data TO %s_app                   | may UPDATE, DELETE or TRUNCATE"
    })
    void an_account_that_could_change_history_must_not_run(String mistake, String why) throws SQLException {
        start("_app", "_owner", Role.ALL);
        execute(name, mistake.formatted(name));

        refused("_app", "_owner", Role.ALL, why);
    }

    @Test
    void each_role_needs_its_own_group_alone() throws SQLException {
        execute("postgres", "REVOKE dabiao_query FROM " + name + "_app");

        refused("_app", "_owner", Role.QUERY, "has not the rights of [dabiao_query]");
        assertThat(start("_app", "_owner", Role.COMMAND)).isNotNull();

        execute("postgres", "GRANT dabiao_query TO " + name + "_app", "REVOKE dabiao_command FROM " + name + "_app");
        assertThat(start("_app", "_owner", Role.QUERY)).isNotNull();
    }

    @Test
    void a_wrong_password_is_told_in_a_sentence() {
        url = url.replace(name, "there_is_no_such_database");

        refused("_app", null, Role.ALL, "does not let the application in");
        refused("_app", "_owner", Role.ALL, "could not be migrated");
    }

    private void refused(String running, @Nullable String owner, Role role, String why) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> start(running, owner, role))
                .withMessageContaining(why);
    }

    private MigratedDatabase start(String running, @Nullable String owner, Role role) {
        FlywayProperties flyway = new FlywayProperties();
        flyway.setUser(owner == null ? null : name + owner);
        flyway.setPassword(PASSWORD);
        return new DatabaseConfiguration().migratedDatabase(
                details(name + running),
                new StaticListableBeanFactory().getBeanProvider(FlywayConnectionDetails.class),
                flyway,
                new DabiaoProperties(role, Path.of("unused"), "320724"));
    }

    private JdbcConnectionDetails details(String user) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return user;
            }

            @Override
            public String getPassword() {
                return PASSWORD;
            }

            @Override
            public String getJdbcUrl() {
                return url;
            }
        };
    }

    private String role(String suffix, String options) {
        return "CREATE ROLE %s%s LOGIN PASSWORD '%s' %s".formatted(name, suffix, PASSWORD, options);
    }

    /** As the embedded server's superuser, whose password is that of the embedded owner. */
    private void execute(String database, String... statements) throws SQLException {
        String there = application.getJdbcUrl().replaceFirst("/dabiao$", "/" + database);
        try (Connection connection = DriverManager.getConnection(there, "postgres", embedded.getPassword());
                Statement statement = connection.createStatement()) {
            for (String sql : Arrays.asList(statements)) {
                statement.execute(sql);
            }
        }
    }
}
