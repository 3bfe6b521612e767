package cn.dabiao.query.rebuilding;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Has statements that name some tables of the schema {@code view} read and write those of {@code view_rebuild}. */
final class Redirected implements JdbcClient {

    private final JdbcClient jdbc;
    private final Pattern tables;
    private final Map<String, String> statements = new ConcurrentHashMap<>();

    Redirected(JdbcClient jdbc, List<String> tables) {
        this.jdbc = jdbc;
        this.tables = Pattern.compile("\\bview\\.(" + String.join("|", tables) + ")\\b");
    }

    @Override
    public StatementSpec sql(String sql) {
        return jdbc.sql(statements.computeIfAbsent(sql, it -> tables.matcher(it).replaceAll("view_rebuild.$1")));
    }
}
