package cn.dabiao.query.projecting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each segment of each group has come, whichever node works on it. */
public final class TokenRows {

    private static final String ALL =
            """
            SELECT processor_name, token, token_type,
                   owner IS NOT NULL
                       AND CAST(touched_at AS timestamptz) > clock_timestamp() - interval '30 seconds' AS worked_on
              FROM view.token_entry
            """;

    private TokenRows() {}

    /** @param workedOn whether a node says that it is at it */
    public record Token(String group, long position, boolean workedOn) {}

    public static Map<String, List<Token>> byGroup(JdbcClient jdbc) {
        return jdbc.sql(ALL).query(TokenRows::row).list().stream().collect(Collectors.groupingBy(Token::group));
    }

    /** The position of the segment that has come furthest; {@link Tokens#NOTHING} without any. */
    public static long furthest(JdbcClient jdbc, String group) {
        return byGroup(jdbc).getOrDefault(group, List.of()).stream()
                .max(Comparator.comparingLong(Token::position))
                .map(Token::position)
                .orElse(Tokens.NOTHING);
    }

    private static Token row(ResultSet row, int number) throws SQLException {
        return new Token(
                row.getString("processor_name"),
                Tokens.shown(Tokens.read(row.getBytes("token"), row.getString("token_type"))),
                row.getBoolean("worked_on"));
    }
}
