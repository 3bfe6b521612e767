package cn.dabiao.query.register.school;

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

import cn.dabiao.domain.school.School;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.json.DomainJson;
import cn.dabiao.query.projecting.Columns;

/** The SQL of {@code view.school} and {@code view.school_count}. */
final class SchoolTable {

    private static final String SAVE =
            """
            WITH new AS (
            SELECT code, bureau, name, kind, ownership, township, status, merged_into, CAST(school AS jsonb) AS school,
                   CAST(registered_at AS timestamptz) AS registered_at, CAST(version AS bigint) AS version,
                   CAST(position AS bigint) AS position
              FROM unnest(CAST(:codes AS text[]), CAST(:bureaus AS text[]), CAST(:names AS text[]),
                          CAST(:kinds AS text[]), CAST(:ownerships AS text[]), CAST(:townships AS text[]),
                          CAST(:statuses AS text[]), CAST(:mergers AS text[]), CAST(:schools AS text[]),
                          CAST(:times AS text[]), CAST(:versions AS text[]), CAST(:positions AS text[]))
                   AS new (code, bureau, name, kind, ownership, township, status, merged_into, school, registered_at,
                           version, position)
            ), old AS (
            SELECT row.bureau, row.township, row.kind, row.ownership, row.status, row.version
              FROM view.school AS row
              JOIN new ON new.code = row.school_code AND row.version < new.version
            ), saved AS (
            INSERT INTO view.school AS row
                   (school_code, bureau, name, kind, ownership, township, status, merged_into, school, registered_at,
                    version, position)
            SELECT code, bureau, name, kind, ownership, township, status, merged_into, school, registered_at, version,
                   position
              FROM new
                ON CONFLICT (school_code) DO UPDATE
               SET bureau        = EXCLUDED.bureau,
                   name          = EXCLUDED.name,
                   kind          = EXCLUDED.kind,
                   ownership     = EXCLUDED.ownership,
                   township      = EXCLUDED.township,
                   status        = EXCLUDED.status,
                   merged_into   = EXCLUDED.merged_into,
                   school        = EXCLUDED.school,
                   registered_at = EXCLUDED.registered_at,
                   version       = EXCLUDED.version,
                   position      = EXCLUDED.position
             WHERE row.version < EXCLUDED.version
            RETURNING bureau, township, kind, ownership, status, version
            ), moved AS (
            SELECT bureau, township, kind, ownership, 1 AS sign, status, version FROM saved
             UNION ALL
            SELECT bureau, township, kind, ownership, -1, status, version FROM old
            )
            INSERT INTO view.school_count AS row (bureau, township, kind, ownership, schools, open, versions)
            SELECT bureau, township, kind, ownership, sum(sign), coalesce(sum(sign) FILTER (WHERE status = 'OPEN'), 0),
                   sum(sign * version)
              FROM moved
             GROUP BY bureau, township, kind, ownership
             ORDER BY bureau, township, kind, ownership
                ON CONFLICT (bureau, township, kind, ownership) DO UPDATE
               SET schools  = row.schools + EXCLUDED.schools,
                   open     = row.open + EXCLUDED.open,
                   versions = row.versions + EXCLUDED.versions
            RETURNING schools
            """;
    /** The same rows are left however the events were cut into batches. */
    private static final String TIDY = "DELETE FROM view.school_count WHERE schools = 0";
    private static final String LOAD = "SELECT * FROM view.school WHERE school_code = ANY (CAST(:codes AS text[]))";
    private static final String PAGE =
            """
            SELECT *
              FROM view.school
             WHERE bureau = :bureau
               AND (CAST(:township  AS text) IS NULL OR township    = :township)
               AND (CAST(:kind      AS text) IS NULL OR kind        = :kind)
               AND (CAST(:ownership AS text) IS NULL OR ownership   = :ownership)
               AND (CAST(:status    AS text) IS NULL OR status      = :status)
               AND (CAST(:q         AS text) IS NULL OR position(lower(:q) IN lower(name)) > 0
                                                     OR position(:q IN school_code) > 0)
               AND (CAST(:after     AS text) IS NULL OR school_code > :after)
             ORDER BY school_code
             LIMIT :rows
            """;

    private final JdbcClient jdbc;

    SchoolTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows that are there already in this version are left as they are, and counted once. */
    void save(Collection<SchoolRow> rows) {
        List<Long> counts = jdbc.sql(SAVE)
                .param("codes", Columns.column(rows, SchoolRow::code))
                .param("bureaus", Columns.column(rows, row -> row.school().bureau()))
                .param("names", Columns.column(rows, row -> row.facts().name()))
                .param("kinds", Columns.column(rows, row -> row.facts().kind()))
                .param("ownerships", Columns.column(rows, row -> row.facts().ownership()))
                .param("townships", Columns.column(rows, row -> row.facts().township()))
                .param("statuses", Columns.column(rows, row -> row.school().status()))
                .param("mergers", Columns.column(rows, SchoolRow::mergedInto))
                .param("schools", Columns.column(rows, row -> DomainJson.mapper().writeValueAsString(row.school())))
                .param("times", Columns.column(rows, SchoolRow::registeredAt))
                .param("versions", Columns.column(rows, SchoolRow::version))
                .param("positions", Columns.column(rows, SchoolRow::position))
                .query(Long.class)
                .list();
        if (counts.contains(0L)) {
            jdbc.sql(TIDY).update();
        }
    }

    Map<String, SchoolRow> load(Collection<String> codes) {
        return jdbc.sql(LOAD).param("codes", Columns.keys(codes)).query(SchoolTable::row).list().stream()
                .collect(Collectors.toMap(SchoolRow::code, Function.identity()));
    }

    Optional<SchoolRow> find(SchoolCode code) {
        return Optional.ofNullable(load(List.of(code.value())).get(code.value()));
    }

    List<SchoolRow> page(@Nullable String bureau, SchoolFilter filter, @Nullable String after, int rows) {
        return jdbc.sql(PAGE)
                .param("bureau", bureau)
                .param("township", Columns.text(filter.township()))
                .param("kind", Columns.text(filter.kind()))
                .param("ownership", Columns.text(filter.ownership()))
                .param("status", Columns.text(filter.status()))
                .param("q", filter.q())
                .param("after", after)
                .param("rows", rows)
                .query(SchoolTable::row)
                .list();
    }

    void clear() {
        jdbc.sql("DELETE FROM view.school").update();
        jdbc.sql("DELETE FROM view.school_count").update();
    }

    private static SchoolRow row(ResultSet row, int number) throws SQLException {
        return new SchoolRow(
                DomainJson.mapper().readValue(row.getString("school"), School.class),
                row.getObject("registered_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"),
                row.getLong("position"));
    }
}
