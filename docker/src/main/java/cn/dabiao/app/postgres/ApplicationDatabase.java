package cn.dabiao.app.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The database, the role that owns it and migrates, and the one that the application runs under: nothing but this class
 * is superuser. What an older version has made gets what it lacks.
 */
final class ApplicationDatabase {

    /** The database, and its owner. */
    static final String NAME = "dabiao";
    /** Owns nothing, and has the rights of the two groups to which the migrations give them. */
    static final String RUNNING = "dabiao_app";

    private static final List<String> GROUPS = List.of("dabiao_command", "dabiao_query");

    private ApplicationDatabase() {}

    /** Creates what is missing; the passwords are hexadecimal and need no quoting. */
    static void ensure(String superuserUrl, Passwords passwords) throws SQLException {
        try (Connection connection = DriverManager.getConnection(superuserUrl, "postgres", passwords.owner());
                Statement statement = connection.createStatement()) {
            ensureRole(statement, NAME, "LOGIN CREATEROLE PASSWORD '" + passwords.owner() + "'");
            for (String group : GROUPS) {
                ensureRole(statement, group, "NOLOGIN");
            }
            ensureRole(statement, RUNNING, "LOGIN IN ROLE " + String.join(", ", GROUPS));
            statement.execute("ALTER ROLE " + RUNNING + " PASSWORD '" + passwords.running() + "'");
            if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + NAME + "'")) {
                statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
            }
        }
    }

    private static void ensureRole(Statement statement, String name, String options) throws SQLException {
        if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + name + "'")) {
            statement.execute("CREATE ROLE " + name + " " + options);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
