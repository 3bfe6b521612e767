package cn.dabiao.query.assessment;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.school.School;
import cn.dabiao.json.DomainJson;
import cn.dabiao.query.projecting.Columns;

/** The SQL of {@code view.assessment_school}. */
final class SchoolCopyTable {

    private static final String SAVE =
            """
            INSERT INTO view.assessment_school AS row (school_code, school, version)
            SELECT code, CAST(school AS jsonb), CAST(version AS bigint)
              FROM unnest(CAST(:codes AS text[]), CAST(:schools AS text[]), CAST(:versions AS text[]))
                   AS new (code, school, version)
                ON CONFLICT (school_code) DO UPDATE
               SET school  = EXCLUDED.school,
                   version = EXCLUDED.version
             WHERE row.version < EXCLUDED.version
            """;
    private static final String LOAD =
            "SELECT school, version FROM view.assessment_school WHERE school_code = ANY (CAST(:codes AS text[]))";

    private final JdbcClient jdbc;

    SchoolCopyTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(Collection<SchoolCopy> rows) {
        jdbc.sql(SAVE)
                .param("codes", Columns.column(rows, SchoolCopy::code))
                .param("schools", Columns.column(rows, row -> DomainJson.mapper().writeValueAsString(row.school())))
                .param("versions", Columns.column(rows, SchoolCopy::version))
                .update();
    }

    Map<String, SchoolCopy> load(Collection<String> codes) {
        return jdbc
                .sql(LOAD)
                .param("codes", Columns.keys(codes))
                .query((row, _) -> new SchoolCopy(
                        DomainJson.mapper().readValue(row.getString("school"), School.class), row.getLong("version")))
                .stream()
                .collect(Collectors.toMap(SchoolCopy::code, Function.identity()));
    }

    void clear() {
        jdbc.sql("DELETE FROM view.assessment_school").update();
    }
}
