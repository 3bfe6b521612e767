package cn.dabiao.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A ledger of 100 000 events of 4 000 schools, to see how the database would find something in it. Its hashes are none. */
public final class ManyEvents {

    private static final DataSource DATABASE = make();

    private ManyEvents() {}

    /** The plan of a query as the application's account would have it; {@code bound} sets the parameters. */
    public static String plan(String sql, Parameters bound) throws SQLException {
        try (Connection connection = TestPostgres.as(DATABASE, "dabiao_query").getConnection();
                PreparedStatement statement = connection.prepareStatement("EXPLAIN " + sql)) {
            bound.in(statement);
            List<String> lines = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lines.add(row.getString(1));
                }
            }
            return String.join("\n", lines);
        }
    }

    /** Sets the parameters of a statement. */
    public interface Parameters {
        void in(PreparedStatement statement) throws SQLException;
    }

    private static DataSource make() {
        DataSource database = TestPostgres.migrated();
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO ledger.event (position, stream_id, stream_seq, stream_type, event_id, event_type, revision,
                                              recorded_at, payload, metadata, leaf_hash)
                    SELECT n, 'assessment:campaign-' || n % 100 % 4 || ':' || 2132070000 + n % 4000, n / 4000, 'assessment',
                           gen_random_uuid(), 'test', '1', now(), repeat('x', 300)::bytea, '{}', sha256(n::text::bytea)
                      FROM generate_series(0, 99999) AS n
                    """);
            statement.execute(
                    """
                    INSERT INTO ledger.node (level, index, hash)
                    SELECT level, index, sha256('')
                      FROM generate_series(1, 16) AS level, generate_series(0, (100000 >> level) - 1) AS index
                    """);
            statement.execute("ANALYZE ledger.event, ledger.node");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return database;
    }
}
