package cn.dabiao.ledger.lag;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import cn.dabiao.ledger.TokenTable;

/** Asks how the ledger and its followers stand: all in one query, and in a second one since when those behind are so. */
public final class LagReader {

    private static final String NOBODY =
            """
            SELECT CAST(NULL AS text)  AS name,
                   CAST(NULL AS bytea) AS token,
                   CAST(NULL AS text)  AS token_type,
                   CAST(0 AS bigint)   AS parked
             WHERE false
            """;
    private static final String SINCE =
            """
            SELECT position, greatest(0, extract(epoch FROM clock_timestamp() - recorded_at)) AS seconds
              FROM ledger.event
             WHERE position = ANY (?)
            """;

    private final DataSource database;
    private final List<Followers> followers;
    private final String standing;

    public LagReader(DataSource database, List<Followers> followers) {
        this.database = database;
        this.followers = List.copyOf(followers);
        this.standing =
                """
                SELECT size, name, token, token_type, parked
                  FROM ledger.head
                  LEFT JOIN (%s) AS follower ON true
                """
                        .formatted(NOBODY + followers.stream().map(LagReader::query).collect(Collectors.joining()));
    }

    private static String query(Followers followers) {
        return """
               UNION ALL
               SELECT processor_name, token, token_type,
                      (SELECT count(*) FROM %s WHERE processing_group = processor_name)
                 FROM %s
               """.formatted(followers.deadLetters(), followers.tokens());
    }

    public Lags read() throws SQLException {
        try (Connection connection = database.getConnection()) {
            Map<String, Row> rows = new HashMap<>();
            long size = standing(connection, rows);
            Set<String> groups =
                    followers.stream().flatMap(each -> each.groups().stream()).collect(Collectors.toSet());
            rows.keySet().retainAll(groups);
            groups.forEach(group -> rows.putIfAbsent(group, Row.NOWHERE));
            Map<Long, Duration> ages = ages(connection, rows.values(), size);
            List<Lag> lags = new ArrayList<>();
            for (Followers each : followers) {
                for (String group : each.groups()) {
                    Row row = Objects.requireNonNull(rows.get(group));
                    lags.add(new Lag(
                            group,
                            Math.max(0, size - 1 - row.seen()),
                            ages.getOrDefault(row.seen() + 1, Duration.ZERO),
                            row.parked()));
                }
            }
            return new Lags(size, lags);
        }
    }

    private long standing(Connection connection, Map<String, Row> rows) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(standing)) {
            long size = 0;
            while (row.next()) {
                size = row.getLong("size");
                String name = row.getString("name");
                if (name != null) {
                    long seen = TokenTable.seen(TokenTable.read(row.getBytes("token"), row.getString("token_type")));
                    rows.merge(name, new Row(seen, row.getLong("parked")), Row::hindmost);
                }
            }
            return size;
        }
    }

    private static Map<Long, Duration> ages(Connection connection, Iterable<Row> rows, long size) throws SQLException {
        List<Long> first = new ArrayList<>();
        rows.forEach(row -> {
            if (row.seen() + 1 < size) {
                first.add(row.seen() + 1);
            }
        });
        Map<Long, Duration> ages = new HashMap<>();
        if (first.isEmpty()) {
            return ages;
        }
        try (PreparedStatement statement = connection.prepareStatement(SINCE)) {
            statement.setArray(1, connection.createArrayOf("int8", first.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    ages.put(row.getLong("position"), Duration.ofMillis(Math.round(row.getDouble("seconds") * 1_000)));
                }
            }
        }
        return ages;
    }

    /** The segments of a group, of which the hindmost counts; their dead letters are the group's. */
    private record Row(long seen, long parked) {

        static final Row NOWHERE = new Row(TokenTable.NOTHING, 0);

        Row hindmost(Row other) {
            return other.seen < seen ? other : this;
        }
    }
}
