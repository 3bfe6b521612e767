package cn.dabiao.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The queries that a request made, again, in a snapshot as the request has it, with nothing around them: by JDBC. */
final class SameSql implements Contender {

    private final String name;
    private final DataSource database;
    private final List<RecordedQuery> queries;
    private final List<Connection> connections;

    /** @param connections those there are already: contenders run in turns, and can share them */
    SameSql(String name, DataSource database, List<Connection> connections, List<RecordedQuery> queries) {
        this.name = name;
        this.database = database;
        this.connections = connections;
        this.queries = queries;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void prepare(int clients) {
        try {
            while (connections.size() < clients) {
                Connection connection = database.getConnection();
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                connection.setAutoCommit(false);
                connections.add(connection);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Call client(int number) throws Exception {
        Connection connection = connections.get(number);
        List<PreparedStatement> statements = new ArrayList<>();
        for (RecordedQuery query : queries) {
            statements.add(query.on(connection));
        }
        return () -> {
            for (PreparedStatement statement : statements) {
                readAll(statement);
            }
            connection.commit();
        };
    }

    private static void readAll(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int column = 1; column <= columns; column++) {
                    rows.getString(column);
                }
            }
        }
    }
}
