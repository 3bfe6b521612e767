package cn.dabiao.query.ranking;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

import cn.dabiao.json.DomainJson;
import cn.dabiao.query.projecting.Columns;
import cn.dabiao.query.ranking.RankedRecord.Declared;

/** Writing {@code view.ranking}. */
final class RankingTable {

    /** Rows as they are given, with the columns of the table; bound by {@link #given}. */
    static final String GIVEN =
            """
            (SELECT id AS assessment_id, campaign AS campaign_id, school AS school_code, bureau, name AS school_name,
                    kind, ownership, township, grade, CAST(determined AS boolean) AS determined,
                    CAST(pending AS boolean) AS pending, CAST(total AS numeric) AS total,
                    CAST(categories AS jsonb) AS category_totals, CAST(points AS jsonb) AS points_by_category,
                    CAST(round AS integer) AS round, CAST(record AS jsonb) AS record,
                    CAST(version AS bigint) AS version, CAST(position AS bigint) AS position
               FROM unnest(CAST(:ids AS text[]), CAST(:campaigns AS text[]), CAST(:schools AS text[]),
                           CAST(:bureaus AS text[]), CAST(:names AS text[]), CAST(:kinds AS text[]),
                           CAST(:ownerships AS text[]), CAST(:townships AS text[]), CAST(:grades AS text[]),
                           CAST(:determined AS text[]), CAST(:pending AS text[]),
                           CAST(:totals AS text[]), CAST(:categories AS text[]), CAST(:points AS text[]),
                           CAST(:rounds AS text[]), CAST(:records AS text[]), CAST(:versions AS text[]),
                           CAST(:positions AS text[]))
                    AS new (id, campaign, school, bureau, name, kind, ownership, township,
                            grade, determined, pending, total, categories, points, round, record, version, position))
            """;
    private static final String SAVE =
            """
            INSERT INTO view.ranking AS row
                   (assessment_id, campaign_id, school_code, bureau, school_name, kind, ownership, township,
                    grade, determined, pending, total, category_totals, points_by_category, round, record, version,
                    position)
            SELECT assessment_id, campaign_id, school_code, bureau, school_name, kind, ownership, township,
                   grade, determined, pending, total, category_totals, points_by_category, round, record, version,
                   position
              FROM %s AS given
                ON CONFLICT (assessment_id) DO UPDATE
               SET school_name        = EXCLUDED.school_name,
                   kind               = EXCLUDED.kind,
                   ownership          = EXCLUDED.ownership,
                   township           = EXCLUDED.township,
                   grade              = EXCLUDED.grade,
                   determined         = EXCLUDED.determined,
                   pending            = EXCLUDED.pending,
                   total              = EXCLUDED.total,
                   category_totals    = EXCLUDED.category_totals,
                   points_by_category = EXCLUDED.points_by_category,
                   round              = EXCLUDED.round,
                   record             = EXCLUDED.record,
                   version            = EXCLUDED.version,
                   position           = EXCLUDED.position
             WHERE row.version < EXCLUDED.version
            """
                    .formatted(GIVEN);
    private static final String LOAD =
            "SELECT record FROM view.ranking WHERE assessment_id = ANY (CAST(:ids AS text[]))";

    private final JdbcClient jdbc;

    RankingTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(Collection<RankedRecord> rows) {
        given(jdbc.sql(SAVE), rows).update();
    }

    /** Binds what {@link #GIVEN} names. */
    static StatementSpec given(StatementSpec statement, Collection<RankedRecord> rows) {
        return statement
                .param("ids", Columns.column(rows, RankedRecord::assessmentId))
                .param("campaigns", Columns.column(rows, row -> row.assessmentId().campaignId()))
                .param("schools", Columns.column(rows, row -> row.assessmentId().schoolCode()))
                .param("bureaus", Columns.column(rows, RankedRecord::bureau))
                .param("names", school(rows, Declared::name))
                .param("kinds", school(rows, Declared::kind))
                .param("ownerships", school(rows, Declared::ownership))
                .param("townships", school(rows, Declared::township))
                .param("grades", Columns.column(rows, RankedRecord::standing))
                .param("determined", Columns.column(rows, RankedRecord::determined))
                .param("pending", Columns.column(rows, RankedRecord::pending))
                .param("totals", grade(rows, RankedGrade::total))
                .param("categories", grade(rows, it -> DomainJson.mapper().writeValueAsString(it.categoryTotals())))
                .param("points", Columns.column(
                        rows, row -> DomainJson.mapper().writeValueAsString(row.pointsByCategory())))
                .param("rounds", grade(rows, RankedGrade::round))
                .param("records", Columns.column(rows, row -> DomainJson.mapper().writeValueAsString(row)))
                .param("versions", Columns.column(rows, RankedRecord::version))
                .param("positions", Columns.column(rows, RankedRecord::position));
    }

    Map<String, RankedRecord> load(Collection<String> ids) {
        return jdbc
                .sql(LOAD)
                .param("ids", Columns.keys(ids))
                .query((row, _) -> DomainJson.mapper().readValue(row.getString("record"), RankedRecord.class))
                .list().stream()
                .collect(Collectors.toMap(row -> row.assessmentId().value(), Function.identity()));
    }

    void clear() {
        jdbc.sql("DELETE FROM view.ranking").update();
    }

    private static String[] school(Collection<RankedRecord> rows, Function<Declared, Object> value) {
        return Columns.column(rows, row -> valueOf(row.school(), value));
    }

    private static String[] grade(Collection<RankedRecord> rows, Function<RankedGrade, Object> value) {
        return Columns.column(rows, row -> valueOf(row.grade(), value));
    }

    private static <T> @Nullable Object valueOf(@Nullable T whole, Function<T, Object> value) {
        return whole == null ? null : value.apply(whole);
    }
}
