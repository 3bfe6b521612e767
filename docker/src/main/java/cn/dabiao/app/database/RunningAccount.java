package cn.dabiao.app.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import cn.dabiao.app.Role;
import cn.dabiao.app.start.StartRefused;

/**
 * What the account may do that the application runs under.
 *
 * @param owner   whether it is, or could make itself, the owner of the ledger's tables
 * @param changes whether it may change or delete what is in the ledger
 * @param groups  of our group roles, those whose rights it has
 */
record RunningAccount(String name, boolean superuser, boolean owner, boolean changes, List<String> groups) {

    private static final String COMMAND = "dabiao_command";
    private static final String QUERY = "dabiao_query";
    private static final String RIGHTS =
            """
            SELECT current_user AS name,
                   (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS superuser,
                   bool_or(pg_has_role(relowner, 'MEMBER')) AS owner,
                   bool_or(has_table_privilege(pg_class.oid, 'UPDATE, DELETE, TRUNCATE')
                           OR has_any_column_privilege(pg_class.oid, 'UPDATE')) AS changes,
                   (SELECT coalesce(array_agg(rolname::text), '{}')
                      FROM pg_roles
                     WHERE rolname IN ('dabiao_command', 'dabiao_query') AND pg_has_role(oid, 'USAGE')) AS groups
              FROM pg_class
             WHERE relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'ledger')
               AND relname IN ('event', 'node', 'checkpoint')
            HAVING count(*) > 0
            """;

    /** @throws StartRefused when there is no database to ask, or no ledger in it */
    static RunningAccount of(DataSource running) {
        try (Connection connection = running.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(RIGHTS)) {
            if (!row.next()) {
                throw new StartRefused(
                        "There is no ledger in the database, and the application's account must not make one.",
                        "Give the owner's account as spring.flyway.user and spring.flyway.password.");
            }
            return new RunningAccount(
                    row.getString("name"),
                    row.getBoolean("superuser"),
                    row.getBoolean("owner"),
                    row.getBoolean("changes"),
                    List.of((String[]) row.getArray("groups").getArray()));
        } catch (SQLException e) {
            throw new StartRefused(
                    "The database does not let the application in: " + e.getMessage(),
                    "Check that it runs, and spring.datasource.url, .username and .password.",
                    e);
        }
    }

    /** Nobody who runs the application, or breaks into it, can rewrite history. */
    void requireHarmless() {
        String why = superuser
                ? "is a superuser"
                : owner ? "owns the ledger's tables" : changes ? "may UPDATE, DELETE or TRUNCATE them" : "";
        if (!why.isEmpty()) {
            throw new StartRefused(
                    "The application must not be able to change the ledger's events, but its account " + name + " "
                            + why + ".",
                    "Let it run under another account. As a superuser: CREATE ROLE dabiao_app LOGIN PASSWORD '…' IN ROLE "
                            + COMMAND + ", " + QUERY + "; then set spring.datasource.username and .password to it, and "
                            + "spring.flyway.user and .password to the owner, for migrations alone.");
        }
    }

    void requireMember(Role role) {
        List<String> missing = new ArrayList<>(
                switch (role) {
                    case ALL -> List.of(COMMAND, QUERY);
                    case COMMAND -> List.of(COMMAND);
                    case QUERY -> List.of(QUERY);
                });
        missing.removeAll(groups);
        if (!missing.isEmpty()) {
            throw new StartRefused(
                    "The application's account " + name + " has not the rights of " + missing + ".",
                    "As a superuser: GRANT " + String.join(", ", missing) + " TO " + name + ";");
        }
    }
}
