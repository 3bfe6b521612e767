package cn.dabiao.query.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;
import cn.dabiao.json.DomainJson;
import cn.dabiao.query.projecting.Columns;
import cn.dabiao.query.reading.LastRead;

/** Writing {@code view.assessment}, and reading it by id. */
final class AssessmentTable {

    private static final String SAVE =
            """
            INSERT INTO view.assessment AS row
                   (assessment_id, campaign_id, school_code, bureau, school_name, kind, ownership, township, phase,
                    plan_late, order_overdue, self_total, total, grade, determined, ineligible, due, round, inspectors,
                    state, version, position)
            SELECT id, campaign, school, bureau, name, kind, ownership, township, phase,
                   CAST(plan_late AS boolean), CAST(order_overdue AS boolean), CAST(self_total AS numeric),
                   CAST(total AS numeric), grade, CAST(determined AS boolean), CAST(ineligible AS text[]),
                   CAST(due AS jsonb), CAST(round AS integer), CAST(inspectors AS text[]), CAST(state AS jsonb),
                   CAST(version AS bigint), CAST(position AS bigint)
              FROM unnest(CAST(:ids AS text[]), CAST(:campaigns AS text[]), CAST(:schools AS text[]),
                          CAST(:bureaus AS text[]), CAST(:names AS text[]), CAST(:kinds AS text[]),
                          CAST(:ownerships AS text[]), CAST(:townships AS text[]), CAST(:phases AS text[]),
                          CAST(:late AS text[]), CAST(:overdue AS text[]), CAST(:selfTotals AS text[]), CAST(:totals AS text[]),
                          CAST(:grades AS text[]), CAST(:determined AS text[]), CAST(:ineligible AS text[]),
                          CAST(:dues AS text[]), CAST(:rounds AS text[]), CAST(:inspectors AS text[]),
                          CAST(:states AS text[]), CAST(:versions AS text[]), CAST(:positions AS text[]))
                   AS new (id, campaign, school, bureau, name, kind, ownership, township, phase,
                           plan_late, order_overdue, self_total, total, grade, determined, ineligible, due, round,
                           inspectors, state, version, position)
                ON CONFLICT (assessment_id) DO UPDATE
               SET school_name   = EXCLUDED.school_name,
                   kind          = EXCLUDED.kind,
                   ownership     = EXCLUDED.ownership,
                   township      = EXCLUDED.township,
                   phase         = EXCLUDED.phase,
                   plan_late     = EXCLUDED.plan_late,
                   order_overdue = EXCLUDED.order_overdue,
                   self_total    = EXCLUDED.self_total,
                   total         = EXCLUDED.total,
                   grade         = EXCLUDED.grade,
                   determined    = EXCLUDED.determined,
                   ineligible    = EXCLUDED.ineligible,
                   due           = EXCLUDED.due,
                   round         = EXCLUDED.round,
                   inspectors    = EXCLUDED.inspectors,
                   state         = EXCLUDED.state,
                   version       = EXCLUDED.version,
                   position      = EXCLUDED.position
             WHERE row.version < EXCLUDED.version
            """;
    private static final String LOAD =
            "SELECT * FROM view.assessment WHERE assessment_id = ANY (CAST(:ids AS text[]))";

    /** The state alone is large. */
    private static final String FIND =
            """
            SELECT school_name, kind, ownership, township, position,
                   CAST(tableoid AS bigint) AS table_id,
                   CASE WHEN version = :known AND CAST(tableoid AS bigint) = :table THEN NULL ELSE state END AS state
              FROM view.assessment
             WHERE assessment_id = :id
            """;
    private static final int KEPT = 2_000;

    private final JdbcClient jdbc;
    private final LastRead<AssessmentRecord> read = new LastRead<>(KEPT);

    AssessmentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(Collection<AssessmentRecord> rows) {
        jdbc.sql(SAVE)
                .param("ids", Columns.column(rows, AssessmentRecord::id))
                .param("campaigns", Columns.column(rows, row -> row.state().assessmentId().campaignId()))
                .param("schools", Columns.column(rows, row -> row.state().assessmentId().schoolCode()))
                .param("bureaus", Columns.column(rows, row -> row.state().bureau()))
                .param("names", Columns.column(rows, AssessmentRecord::schoolName))
                .param("kinds", Columns.column(rows, AssessmentRecord::kind))
                .param("ownerships", Columns.column(rows, AssessmentRecord::ownership))
                .param("townships", Columns.column(rows, AssessmentRecord::township))
                .param("phases", Columns.column(rows, row -> row.state().phase()))
                .param("late", Columns.column(rows, row -> row.state().plan().late()))
                .param("overdue", Columns.column(rows, AssessmentRecord::orderOverdue))
                .param("selfTotals", Columns.column(rows, AssessmentRecord::selfTotal))
                .param("totals", Columns.column(rows, AssessmentRecord::total))
                .param("grades", Columns.column(rows, AssessmentRecord::grade))
                .param("determined", Columns.column(rows, AssessmentRecord::determined))
                .param("ineligible", Columns.column(rows, row -> array(row.ineligible())))
                .param("dues", Columns.column(rows, row -> DomainJson.mapper().writeValueAsString(row.due())))
                .param("rounds", Columns.column(rows, AssessmentRecord::round))
                .param("inspectors", Columns.column(rows, row -> array(row.members())))
                .param("states", Columns.column(rows, row -> DomainJson.mapper().writeValueAsString(row.state())))
                .param("versions", Columns.column(rows, AssessmentRecord::version))
                .param("positions", Columns.column(rows, AssessmentRecord::position))
                .update();
    }

    Map<String, AssessmentRecord> load(Collection<String> ids) {
        return jdbc.sql(LOAD).param("ids", Columns.keys(ids)).query(AssessmentTable::row).list().stream()
                .collect(Collectors.toMap(AssessmentRecord::id, Function.identity()));
    }

    Optional<AssessmentRecord> find(AssessmentId id) {
        return read.find(id.value(), known -> jdbc.sql(FIND)
                .param("id", id.value())
                .param("known", LastRead.versionOf(known))
                .param("table", LastRead.tableOf(known))
                .query((row, number) -> new LastRead.Known<>(
                        row.getString("state") == null ? Objects.requireNonNull(known).row() : row(row, number),
                        row.getLong("table_id")))
                .optional());
    }

    void clear() {
        jdbc.sql("DELETE FROM view.assessment").update();
    }

    static AssessmentRecord row(ResultSet row, int number) throws SQLException {
        return new AssessmentRecord(
                DomainJson.mapper().readValue(row.getString("state"), AssessmentState.class),
                new Title(row.getString("school_name")),
                SchoolKind.valueOf(row.getString("kind")),
                Ownership.valueOf(row.getString("ownership")),
                new Township(row.getString("township")),
                row.getLong("position"));
    }

    /** Ids of inspectors and names of constants need no quotes in PostgreSQL's text form of an array. */
    private static String array(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
