package cn.dabiao.query.register.standard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.json.DomainJson;
import cn.dabiao.query.projecting.Columns;

/** The SQL of {@code view.standard}. */
final class StandardTable {

    private static final String SAVE =
            """
            INSERT INTO view.standard AS row (standard_id, bureau, standard, published_at, version, position)
            SELECT id, bureau, CAST(standard AS jsonb), CAST(published_at AS timestamptz),
                   CAST(version AS bigint), CAST(position AS bigint)
              FROM unnest(CAST(:ids AS text[]), CAST(:bureaus AS text[]), CAST(:standards AS text[]),
                          CAST(:times AS text[]), CAST(:versions AS text[]), CAST(:positions AS text[]))
                   AS new (id, bureau, standard, published_at, version, position)
                ON CONFLICT (standard_id) DO UPDATE
               SET bureau       = EXCLUDED.bureau,
                   standard     = EXCLUDED.standard,
                   published_at = EXCLUDED.published_at,
                   version      = EXCLUDED.version,
                   position     = EXCLUDED.position
             WHERE row.version < EXCLUDED.version
            """;
    private static final String LOAD = "SELECT * FROM view.standard WHERE standard_id = ANY (CAST(:ids AS text[]))";
    private static final String PAGE =
            """
            SELECT *
              FROM view.standard
             WHERE bureau = :bureau
               AND (CAST(:after AS text) IS NULL OR standard_id > :after)
             ORDER BY standard_id
             LIMIT :rows
            """;

    private final JdbcClient jdbc;

    StandardTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(Collection<StandardRow> rows) {
        jdbc.sql(SAVE)
                .param("ids", Columns.column(rows, StandardRow::id))
                .param("bureaus", Columns.column(rows, StandardRow::bureau))
                .param("standards", Columns.column(rows, row -> DomainJson.mapper().writeValueAsString(row.standard())))
                .param("times", Columns.column(rows, StandardRow::publishedAt))
                .param("versions", Columns.column(rows, StandardRow::version))
                .param("positions", Columns.column(rows, StandardRow::position))
                .update();
    }

    Map<String, StandardRow> load(Collection<String> ids) {
        return jdbc.sql(LOAD).param("ids", Columns.keys(ids)).query(StandardTable::row).list().stream()
                .collect(Collectors.toMap(StandardRow::id, Function.identity()));
    }

    Optional<StandardRow> find(StandardId id) {
        return Optional.ofNullable(load(List.of(id.value())).get(id.value()));
    }

    List<StandardRow> page(@Nullable String bureau, @Nullable String after, int rows) {
        return jdbc.sql(PAGE)
                .param("bureau", bureau)
                .param("after", after)
                .param("rows", rows)
                .query(StandardTable::row)
                .list();
    }

    void clear() {
        jdbc.sql("DELETE FROM view.standard").update();
    }

    private static StandardRow row(ResultSet row, int number) throws SQLException {
        return new StandardRow(
                DomainJson.mapper().readValue(row.getString("standard"), Standard.class),
                new BureauCode(row.getString("bureau")),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"),
                row.getLong("position"));
    }
}
