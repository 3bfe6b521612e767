package cn.dabiao.app.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of the application and the role that owns it, so that nothing but this class is superuser. */
final class ApplicationDatabase {

    static final String NAME = "dabiao";

    private ApplicationDatabase() {}

    /** Creates what is missing; the password is hexadecimal and needs no quoting. */
    static void ensure(String superuserUrl, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(superuserUrl, "postgres", password);
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT FROM pg_roles WHERE rolname = '" + NAME + "'")) {
                statement.execute("CREATE ROLE " + NAME + " LOGIN CREATEROLE PASSWORD '" + password + "'");
            }
            if (!exists(statement, "SELECT FROM pg_database WHERE datname = '" + NAME + "'")) {
                statement.execute("CREATE DATABASE " + NAME + " OWNER " + NAME);
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
