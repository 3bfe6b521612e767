package cn.dabiao.query.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;
import cn.dabiao.query.history.HistoryRecord.Subject;
import cn.dabiao.query.projecting.Columns;
import cn.dabiao.query.projecting.Tokens;

/** The SQL of {@code view.history}. */
final class HistoryTable {

    private static final String SAVE =
            """
            INSERT INTO view.history
                   (position, recorded_at, at, actor, role, request_id, event_type, payload, figures, bureau,
                    school_code, assessment_id, standard_id, campaign_id, item_no, before, after, reason, authority,
                    other_school)
            SELECT CAST(position AS bigint), CAST(recorded_at AS timestamptz), CAST(at AS timestamptz), actor, role,
                   request_id, event_type, CAST(payload AS jsonb), CAST(figures AS jsonb), bureau, school_code,
                   assessment_id, standard_id, campaign_id, CAST(item_no AS integer), CAST(before AS numeric),
                   CAST(after AS numeric), reason, authority, other_school
              FROM unnest(CAST(:positions AS text[]), CAST(:recorded AS text[]), CAST(:times AS text[]),
                          CAST(:actors AS text[]), CAST(:roles AS text[]), CAST(:requests AS text[]),
                          CAST(:types AS text[]), CAST(:payloads AS text[]), CAST(:figures AS text[]),
                          CAST(:bureaus AS text[]), CAST(:schools AS text[]), CAST(:assessments AS text[]),
                          CAST(:standards AS text[]), CAST(:campaigns AS text[]), CAST(:items AS text[]),
                          CAST(:befores AS text[]), CAST(:afters AS text[]), CAST(:reasons AS text[]),
                          CAST(:authorities AS text[]), CAST(:others AS text[]))
                   AS new (position, recorded_at, at, actor, role, request_id, event_type, payload, figures, bureau,
                           school_code, assessment_id, standard_id, campaign_id, item_no, before, after, reason,
                           authority, other_school)
                ON CONFLICT (position) DO NOTHING
            """;
    private static final String SUBJECTS =
            """
            SELECT DISTINCT ON (assessment_id) bureau, school_code, assessment_id, standard_id, campaign_id,
                   other_school
              FROM view.history
             WHERE assessment_id = ANY (CAST(:ids AS text[]))
             ORDER BY assessment_id, position
            """;
    private static final String CAMPAIGNS =
            """
            SELECT DISTINCT ON (campaign_id) bureau, school_code, assessment_id, standard_id, campaign_id,
                   other_school
              FROM view.history
             WHERE campaign_id = ANY (CAST(:ids AS text[]))
             ORDER BY campaign_id, position
            """;
    private static final String SUBJECTS_OF_SCHOOLS =
            """
            SELECT DISTINCT ON (school_code) bureau, school_code, NULL AS assessment_id, NULL AS standard_id,
                   NULL AS campaign_id, NULL AS other_school
              FROM view.history
             WHERE school_code = ANY (CAST(:codes AS text[]))
             ORDER BY school_code, position
            """;
    private static final String NARROWED =
            """
            AND (CAST(:types AS text[])      IS NULL OR event_type   = ANY (CAST(:types AS text[])))
            AND (CAST(:from  AS timestamptz) IS NULL OR recorded_at >= CAST(:from AS timestamptz))
            AND (CAST(:to    AS timestamptz) IS NULL OR recorded_at <  CAST(:to AS timestamptz))
            AND (CAST(:item  AS integer)     IS NULL OR item_no      = :item)""";
    private static final String OF_SCHOOL =
            """
            SELECT *
              FROM view.history
             WHERE (school_code = :school OR other_school = :school)
               AND position > :after
               %s
             ORDER BY position
             LIMIT :rows
            """
                    .formatted(NARROWED);
    private static final String OF_ASSESSMENT =
            """
            SELECT *
              FROM view.history
             WHERE assessment_id = :assessment
               AND position      > :after
               %s
             ORDER BY position
             LIMIT :rows
            """
                    .formatted(NARROWED);
    private static final String OF_CAMPAIGN =
            """
            SELECT *
              FROM view.history
             WHERE campaign_id = :campaign
               AND position    > :after
               %s
             ORDER BY position
             LIMIT :rows
            """
                    .formatted(NARROWED);
    private static final String OF_TYPES =
            """
            SELECT *
              FROM view.history
             WHERE assessment_id = :assessment
               AND event_type    = ANY (CAST(:types AS text[]))
               AND (CAST(:item AS integer) IS NULL OR item_no = :item)
               AND position      > :after
             ORDER BY position
             LIMIT :rows
            """;

    private final JdbcClient jdbc;

    HistoryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(Collection<HistoryRecord> rows) {
        jdbc.sql(SAVE)
                .param("positions", Columns.column(rows, HistoryRecord::position))
                .param("recorded", Columns.column(rows, HistoryRecord::recordedAt))
                .param("times", Columns.column(rows, row -> row.facts().at()))
                .param("actors", Columns.column(rows, HistoryRecord::actor))
                .param("roles", Columns.column(rows, HistoryRecord::role))
                .param("requests", Columns.column(rows, HistoryRecord::requestId))
                .param("types", Columns.column(rows, HistoryRecord::type))
                .param("payloads", Columns.column(rows, HistoryRecord::payload))
                .param("figures", Columns.column(rows, HistoryRecord::figures))
                .param("bureaus", Columns.column(rows, row -> row.subject().bureau()))
                .param("schools", Columns.column(rows, row -> row.subject().schoolCode()))
                .param("assessments", Columns.column(rows, row -> row.subject().assessmentId()))
                .param("standards", Columns.column(rows, row -> row.subject().standardId()))
                .param("campaigns", Columns.column(rows, row -> row.subject().campaignId()))
                .param("items", Columns.column(rows, row -> row.facts().itemNo()))
                .param("befores", Columns.column(rows, row -> row.facts().before()))
                .param("afters", Columns.column(rows, row -> row.facts().after()))
                .param("reasons", Columns.column(rows, row -> row.facts().reason()))
                .param("authorities", Columns.column(rows, row -> row.facts().authority()))
                .param("others", Columns.column(rows, row -> row.subject().otherSchool()))
                .update();
    }

    Map<String, Subject> subjects(Collection<String> assessments) {
        return jdbc.sql(SUBJECTS).param("ids", Columns.keys(assessments)).query(HistoryTable::subject).list().stream()
                .collect(Collectors.toMap(it -> String.valueOf(it.assessmentId()), Function.identity()));
    }

    Map<String, Subject> campaigns(Collection<String> campaigns) {
        return jdbc.sql(CAMPAIGNS).param("ids", Columns.keys(campaigns)).query(HistoryTable::subject).list().stream()
                .collect(Collectors.toMap(it -> String.valueOf(it.campaignId()), Function.identity()));
    }

    Map<String, Subject> subjectsOfSchools(Collection<String> schools) {
        return jdbc
                .sql(SUBJECTS_OF_SCHOOLS)
                .param("codes", Columns.keys(schools))
                .query(HistoryTable::subject)
                .list().stream()
                .collect(Collectors.toMap(it -> String.valueOf(it.schoolCode()), Function.identity()));
    }

    List<HistoryRecord> ofSchool(String school, HistoryFilter filter, long after, int rows) {
        return narrowed(jdbc.sql(OF_SCHOOL).param("school", school), filter, after, rows);
    }

    List<HistoryRecord> ofAssessment(String assessment, HistoryFilter filter, long after, int rows) {
        return narrowed(jdbc.sql(OF_ASSESSMENT).param("assessment", assessment), filter, after, rows);
    }

    List<HistoryRecord> ofCampaign(String campaign, HistoryFilter filter, long after, int rows) {
        return narrowed(jdbc.sql(OF_CAMPAIGN).param("campaign", campaign), filter, after, rows);
    }

    private static List<HistoryRecord> narrowed(StatementSpec of, HistoryFilter filter, long after, int rows) {
        return of.param("types", filter.types() == null ? null : Columns.keys(filter.types()))
                .param("from", Columns.text(filter.from()))
                .param("to", Columns.text(filter.to()))
                .param("item", filter.item() == null ? null : filter.item().value())
                .param("after", after)
                .param("rows", rows)
                .query(HistoryTable::row)
                .list();
    }

    /** All of them. */
    List<HistoryRecord> ofTypes(String assessment, List<String> types) {
        return ofTypes(assessment, types, null, Tokens.NOTHING, Integer.MAX_VALUE);
    }

    /** @param item null for every item, and for events that are of none */
    List<HistoryRecord> ofTypes(String assessment, List<String> types, @Nullable ItemNo item, long after, int rows) {
        return jdbc.sql(OF_TYPES)
                .param("assessment", assessment)
                .param("types", Columns.keys(types))
                .param("item", item == null ? null : item.value())
                .param("after", after)
                .param("rows", rows)
                .query(HistoryTable::row)
                .list();
    }

    void clear() {
        jdbc.sql("DELETE FROM view.history").update();
    }

    private static HistoryRecord row(ResultSet row, int number) throws SQLException {
        return new HistoryRecord(
                row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("role"),
                row.getString("request_id"),
                row.getString("event_type"),
                row.getString("payload"),
                row.getString("figures"),
                subject(row, number),
                new HistoryFacts(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getObject("item_no") == null ? null : new ItemNo(row.getInt("item_no")),
                        points(row, "before"),
                        points(row, "after"),
                        row.getString("reason"),
                        row.getString("authority")));
    }

    private static Subject subject(ResultSet row, int number) throws SQLException {
        return new Subject(
                row.getString("bureau"),
                row.getString("school_code"),
                row.getString("assessment_id"),
                row.getString("standard_id"),
                row.getString("campaign_id"),
                row.getString("other_school"));
    }

    private static @Nullable Points points(ResultSet row, String column) throws SQLException {
        return row.getBigDecimal(column) == null ? null : new Points(row.getBigDecimal(column));
    }
}
