package cn.dabiao.query.register.inspector;

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

import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.json.DomainJson;
import cn.dabiao.query.projecting.Columns;

/** The SQL of {@code view.inspector}. */
final class InspectorTable {

    private static final String SAVE =
            """
            INSERT INTO view.inspector AS row (bureau, inspector_id, inspector, registered_at, version, position)
            SELECT bureau, id, CAST(inspector AS jsonb), CAST(registered_at AS timestamptz),
                   CAST(version AS bigint), CAST(position AS bigint)
              FROM unnest(CAST(:bureaus AS text[]), CAST(:ids AS text[]), CAST(:inspectors AS text[]),
                          CAST(:times AS text[]), CAST(:versions AS text[]), CAST(:positions AS text[]))
                   AS new (bureau, id, inspector, registered_at, version, position)
                ON CONFLICT (bureau, inspector_id) DO UPDATE
               SET inspector     = EXCLUDED.inspector,
                   registered_at = EXCLUDED.registered_at,
                   version       = EXCLUDED.version,
                   position      = EXCLUDED.position
             WHERE row.version < EXCLUDED.version
            """;
    private static final String LOAD =
            """
            SELECT *
              FROM view.inspector
             WHERE (bureau, inspector_id) IN (SELECT split_part(key, ':', 1), split_part(key, ':', 2)
                                                FROM unnest(CAST(:keys AS text[])) AS wanted (key))
            """;
    private static final String FIND =
            """
            SELECT *
              FROM view.inspector
             WHERE inspector_id = :id
             ORDER BY bureau <> coalesce(:bureau, ''), bureau
             LIMIT 1
            """;
    private static final String PAGE =
            """
            SELECT *
              FROM view.inspector
             WHERE bureau = :bureau
               AND (CAST(:after AS text) IS NULL OR inspector_id > :after)
             ORDER BY inspector_id
             LIMIT :rows
            """;

    private final JdbcClient jdbc;

    InspectorTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(Collection<InspectorRow> rows) {
        jdbc.sql(SAVE)
                .param("bureaus", Columns.column(rows, row -> row.inspector().bureau()))
                .param("ids", Columns.column(rows, InspectorRow::id))
                .param("inspectors", Columns.column(
                        rows, row -> DomainJson.mapper().writeValueAsString(row.inspector())))
                .param("times", Columns.column(rows, InspectorRow::registeredAt))
                .param("versions", Columns.column(rows, InspectorRow::version))
                .param("positions", Columns.column(rows, InspectorRow::position))
                .update();
    }

    Map<String, InspectorRow> load(Collection<String> keys) {
        return jdbc.sql(LOAD).param("keys", Columns.keys(keys)).query(InspectorTable::row).list().stream()
                .collect(Collectors.toMap(InspectorRow::key, Function.identity()));
    }

    /** The inspector of the caller's own bureau; another bureau's only when the caller's has none of that id. */
    Optional<InspectorRow> find(@Nullable String bureau, InspectorId id) {
        return jdbc.sql(FIND)
                .param("bureau", bureau)
                .param("id", id.value())
                .query(InspectorTable::row)
                .optional();
    }

    List<InspectorRow> page(@Nullable String bureau, @Nullable String after, int rows) {
        return jdbc.sql(PAGE)
                .param("bureau", bureau)
                .param("after", after)
                .param("rows", rows)
                .query(InspectorTable::row)
                .list();
    }

    void clear() {
        jdbc.sql("DELETE FROM view.inspector").update();
    }

    private static InspectorRow row(ResultSet row, int number) throws SQLException {
        return new InspectorRow(
                DomainJson.mapper().readValue(row.getString("inspector"), Inspector.class),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"),
                row.getLong("position"));
    }
}
