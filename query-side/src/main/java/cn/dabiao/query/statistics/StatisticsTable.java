package cn.dabiao.query.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;
import cn.dabiao.json.DomainJson;
import cn.dabiao.query.assessment.AssessmentRecord;
import cn.dabiao.query.projecting.Columns;

/** Writing {@code view.statistics}. */
final class StatisticsTable {

    private static final String SAVE =
            """
            INSERT INTO view.statistics AS row
                   (assessment_id, campaign_id, bureau, school_code, school_name, kind, ownership, township,
                    standard_id, phase, plan_late, grade, determined, total_halves, round, item_nos, score_halves,
                    deducted_halves, checkpoints, checkpoint_halves, not_applicable, orders_due, state, version,
                    position)
            SELECT id, campaign, bureau, school, name, kind, ownership, township, standard, phase,
                   CAST(late AS boolean), grade, CAST(determined AS boolean), CAST(total AS integer),
                   CAST(round AS integer), CAST(items AS integer[]), CAST(scores AS integer[]),
                   CAST(deducted AS integer[]), CAST(checkpoints AS text[]), CAST(losses AS integer[]),
                   CAST(not_applicable AS text[]), CAST(due AS date[]), CAST(state AS jsonb),
                   CAST(version AS bigint), CAST(position AS bigint)
              FROM unnest(CAST(:ids AS text[]), CAST(:campaigns AS text[]), CAST(:bureaus AS text[]),
                          CAST(:schools AS text[]), CAST(:names AS text[]), CAST(:kinds AS text[]),
                          CAST(:ownerships AS text[]), CAST(:townships AS text[]), CAST(:standards AS text[]),
                          CAST(:phases AS text[]), CAST(:late AS text[]), CAST(:grades AS text[]),
                          CAST(:determined AS text[]), CAST(:totals AS text[]), CAST(:rounds AS text[]),
                          CAST(:items AS text[]), CAST(:scores AS text[]), CAST(:deducted AS text[]),
                          CAST(:checkpoints AS text[]), CAST(:losses AS text[]), CAST(:notApplicable AS text[]),
                          CAST(:due AS text[]), CAST(:states AS text[]), CAST(:versions AS text[]),
                          CAST(:positions AS text[]))
                   AS new (id, campaign, bureau, school, name, kind, ownership, township, standard, phase, late,
                           grade, determined, total, round, items, scores, deducted, checkpoints, losses,
                           not_applicable, due, state, version, position)
                ON CONFLICT (assessment_id) DO UPDATE
               SET school_name       = EXCLUDED.school_name,
                   kind              = EXCLUDED.kind,
                   ownership         = EXCLUDED.ownership,
                   township          = EXCLUDED.township,
                   phase             = EXCLUDED.phase,
                   plan_late         = EXCLUDED.plan_late,
                   grade             = EXCLUDED.grade,
                   determined        = EXCLUDED.determined,
                   total_halves      = EXCLUDED.total_halves,
                   round             = EXCLUDED.round,
                   item_nos          = EXCLUDED.item_nos,
                   score_halves      = EXCLUDED.score_halves,
                   deducted_halves   = EXCLUDED.deducted_halves,
                   checkpoints       = EXCLUDED.checkpoints,
                   checkpoint_halves = EXCLUDED.checkpoint_halves,
                   not_applicable    = EXCLUDED.not_applicable,
                   orders_due        = EXCLUDED.orders_due,
                   state             = EXCLUDED.state,
                   version           = EXCLUDED.version,
                   position          = EXCLUDED.position
             WHERE row.version < EXCLUDED.version
            """;
    private static final String LOAD =
            """
            SELECT state, school_name, kind, ownership, township, position
              FROM view.statistics
             WHERE assessment_id = ANY (CAST(:ids AS text[]))
            """;

    private final JdbcClient jdbc;

    StatisticsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(Collection<AssessmentRecord> records) {
        List<StatisticsRow> rows = records.stream().map(record -> StatisticsRow.of(record, true)).toList();
        jdbc.sql(SAVE)
                .param("ids", Columns.column(records, AssessmentRecord::id))
                .param("campaigns", Columns.column(records, row -> row.state().assessmentId().campaignId()))
                .param("bureaus", Columns.column(records, row -> row.state().bureau()))
                .param("schools", Columns.column(rows, row -> row.school().code()))
                .param("names", Columns.column(rows, row -> row.school().name()))
                .param("kinds", Columns.column(rows, row -> row.school().kind()))
                .param("ownerships", Columns.column(rows, row -> row.school().ownership()))
                .param("townships", Columns.column(rows, row -> row.school().township()))
                .param("standards", Columns.column(records, row -> row.state().standardId()))
                .param("phases", Columns.column(rows, row -> row.standing().phase()))
                .param("late", Columns.column(rows, row -> row.standing().planLate()))
                .param("grades", Columns.column(rows, row -> row.standing().grade()))
                .param("determined", Columns.column(rows, row -> row.standing().determined()))
                .param("totals", Columns.column(rows, row -> row.standing().total()))
                .param("rounds", Columns.column(rows, row -> row.scores().round()))
                .param("items", Columns.column(rows, row -> array(row.scores().itemNos())))
                .param("scores", Columns.column(rows, row -> array(row.scores().scores())))
                .param("deducted", Columns.column(rows, row -> array(row.scores().deducted())))
                .param("checkpoints", Columns.column(rows, row -> array(row.scores().checkpoints())))
                .param("losses", Columns.column(rows, row -> array(row.scores().losses())))
                .param("notApplicable", Columns.column(rows, row -> array(row.scores().notApplicable())))
                .param("due", Columns.column(rows, row -> array(row.standing().ordersDue())))
                .param("states", Columns.column(
                        records, row -> DomainJson.mapper().writeValueAsString(row.state())))
                .param("versions", Columns.column(records, AssessmentRecord::version))
                .param("positions", Columns.column(records, AssessmentRecord::position))
                .update();
    }

    Map<String, AssessmentRecord> load(Collection<String> ids) {
        return jdbc.sql(LOAD).param("ids", Columns.keys(ids)).query(StatisticsTable::row).list().stream()
                .collect(Collectors.toMap(AssessmentRecord::id, Function.identity()));
    }

    void clear() {
        jdbc.sql("DELETE FROM view.statistics").update();
    }

    private static AssessmentRecord row(ResultSet row, int number) throws SQLException {
        return new AssessmentRecord(
                DomainJson.mapper().readValue(row.getString("state"), AssessmentState.class),
                new Title(row.getString("school_name")),
                SchoolKind.valueOf(row.getString("kind")),
                Ownership.valueOf(row.getString("ownership")),
                new Township(row.getString("township")),
                row.getLong("position"));
    }

    /** Numbers, dates and codes of checkpoints need no quotes in PostgreSQL's text form of an array. */
    private static String array(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
