package cn.dabiao.query.assessment;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.api.Page;
import cn.dabiao.api.assessment.AssessmentRow;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.projecting.Columns;
import cn.dabiao.query.reading.Listing;
import cn.dabiao.query.reading.ReadScope;

/** Reading pages of {@code view.assessment}. */
final class AssessmentList {

    /** One order for every sort: a leading figure (nothing when by school; no total comes last), then the school. */
    private static final String PAGE =
            """
            SELECT *
              FROM (SELECT assessment_id, campaign_id, school_code, school_name, kind, ownership, township, phase,
                           plan_late, order_overdue, self_total, total, grade, round, version,
                           CASE :sort WHEN 'total'  THEN coalesce(total,  9999)
                                      WHEN '-total' THEN coalesce(-total, 9999)
                                      ELSE 0
                           END AS place
                      FROM view.assessment
                     WHERE bureau = :bureau
                       AND (:all OR school_code = :school OR inspectors @> ARRAY[CAST(:inspector AS text)])
                       AND (CAST(:campaign  AS text)    IS NULL OR campaign_id = :campaign)
                       AND (CAST(:grade     AS text)    IS NULL OR grade       = :grade)
                       AND (CAST(:state     AS text)    IS NULL OR phase       = :state)
                       AND (CAST(:township  AS text)    IS NULL OR township    = :township)
                       AND (CAST(:kind      AS text)    IS NULL OR kind        = :kind)
                       AND (CAST(:ownership AS text)    IS NULL OR ownership   = :ownership)
                       AND (CAST(:minTotal  AS numeric) IS NULL OR total      >= :minTotal)
                       AND (CAST(:maxTotal  AS numeric) IS NULL OR total      <= :maxTotal)
                       AND (CAST(:overdue   AS boolean) IS NULL OR (plan_late OR order_overdue) = :overdue)
                       AND (CAST(:q         AS text)    IS NULL OR position(lower(:q) IN lower(school_name)) > 0
                                                                OR position(:q IN school_code) > 0)
                   ) AS listed
             WHERE CAST(:afterPlace AS numeric) IS NULL
                OR (place, school_code, assessment_id) > (:afterPlace, :afterSchool, :afterId)
             ORDER BY place, school_code, assessment_id
             LIMIT :rows
            """;

    private final JdbcClient jdbc;

    AssessmentList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<AssessmentRow> page(
            AssessmentFilter filter,
            ReadScope scope,
            Listing listing,
            @Nullable List<String> after,
            int limit,
            long shown) {
        List<Placed> rows = jdbc.sql(PAGE)
                .param("bureau", scope.bureau())
                .param("all", scope.seesAll())
                .param("school", scope.school())
                .param("inspector", scope.inspector())
                .param("campaign", Columns.text(filter.campaign()))
                .param("grade", Columns.text(filter.grade()))
                .param("state", Columns.text(filter.state()))
                .param("township", Columns.text(filter.township()))
                .param("kind", Columns.text(filter.kind()))
                .param("ownership", Columns.text(filter.ownership()))
                .param("minTotal", filter.minTotal() == null ? null : filter.minTotal().value())
                .param("maxTotal", filter.maxTotal() == null ? null : filter.maxTotal().value())
                .param("overdue", filter.overdue())
                .param("q", filter.q())
                .param("sort", filter.sort().value())
                .param("afterPlace", after == null ? null : Listing.figure(after.get(0)))
                .param("afterSchool", after == null ? null : after.get(1))
                .param("afterId", after == null ? null : after.get(2))
                .param("rows", limit + 1)
                .query(AssessmentList::placed)
                .list();
        return listing.page(rows, limit, Placed::key, Placed::row, shown);
    }

    private static Placed placed(ResultSet row, int number) throws SQLException {
        return new Placed(
                row.getBigDecimal("place"),
                new AssessmentRow(
                        new AssessmentId(row.getString("assessment_id")),
                        new CampaignId(row.getString("campaign_id")),
                        new SchoolCode(row.getString("school_code")),
                        new Title(row.getString("school_name")),
                        SchoolKind.valueOf(row.getString("kind")),
                        Ownership.valueOf(row.getString("ownership")),
                        new Township(row.getString("township")),
                        Phase.valueOf(row.getString("phase")),
                        row.getBoolean("plan_late"),
                        row.getBoolean("order_overdue"),
                        points(row.getBigDecimal("self_total")),
                        points(row.getBigDecimal("total")),
                        row.getString("grade") == null ? null : Grade.valueOf(row.getString("grade")),
                        row.getInt("round"),
                        row.getLong("version")));
    }

    private static @Nullable Points points(@Nullable BigDecimal value) {
        return value == null ? null : new Points(value);
    }

    private record Placed(BigDecimal place, AssessmentRow row) {

        List<?> key() {
            return List.of(place.toPlainString(), row.schoolCode(), row.assessmentId());
        }
    }
}
