package cn.dabiao.query.assessment;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.school.School;
import cn.dabiao.json.DomainJson;
import cn.dabiao.query.projecting.Columns;

/** The SQL of a group's own copy of the register, such as {@code view.assessment_school}. */
public final class SchoolCopyTable {

    private final JdbcClient jdbc;
    private final String table;
    private final String save;
    private final String load;

    /** @param table with its schema; one of ours, never what somebody sent */
    public SchoolCopyTable(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
        this.save =
                """
                INSERT INTO %s AS row (school_code, school, version)
                SELECT code, CAST(school AS jsonb), CAST(version AS bigint)
                  FROM unnest(CAST(:codes AS text[]), CAST(:schools AS text[]), CAST(:versions AS text[]))
                       AS new (code, school, version)
                    ON CONFLICT (school_code) DO UPDATE
                   SET school  = EXCLUDED.school,
                       version = EXCLUDED.version
                 WHERE row.version < EXCLUDED.version
                """.formatted(table);
        this.load =
                "SELECT school, version FROM %s WHERE school_code = ANY (CAST(:codes AS text[]))".formatted(table);
    }

    public void save(Collection<SchoolCopy> rows) {
        jdbc.sql(save)
                .param("codes", Columns.column(rows, SchoolCopy::code))
                .param("schools", Columns.column(rows, row -> DomainJson.mapper().writeValueAsString(row.school())))
                .param("versions", Columns.column(rows, SchoolCopy::version))
                .update();
    }

    public Map<String, SchoolCopy> load(Collection<String> codes) {
        return jdbc
                .sql(load)
                .param("codes", Columns.keys(codes))
                .query((row, _) -> new SchoolCopy(
                        DomainJson.mapper().readValue(row.getString("school"), School.class), row.getLong("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(SchoolCopy::code, Function.identity()));
    }

    public void clear() {
        jdbc.sql("DELETE FROM " + table).update();
    }
}
