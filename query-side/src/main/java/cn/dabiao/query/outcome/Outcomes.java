package cn.dabiao.query.outcome;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.EligibilityPolicy;
import cn.dabiao.domain.campaign.Ineligibility;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.projecting.Columns;
import cn.dabiao.query.reading.ReadScope;

/** The SQL of outcomes: {@code view.school} beside {@code view.assessment}. */
final class Outcomes {

    private static final String PAGE =
            """
            SELECT *
              FROM (SELECT school.school_code, school.name, school.kind, school.ownership, school.township,
                           begun.grade, coalesce(begun.determined, false) AS determined, begun.total,
                           coalesce(begun.ineligible, CAST(:unbegun AS text[])) AS ineligible
                      FROM view.school AS school
                      LEFT JOIN view.assessment AS begun
                        ON begun.campaign_id = :campaign
                       AND begun.school_code = school.school_code
                     WHERE school.bureau = :bureau
                       AND school.status = 'OPEN'
                       AND (:all OR school.school_code = :own)
                       AND (CAST(:township  AS text) IS NULL OR school.township  = :township)
                       AND (CAST(:kind      AS text) IS NULL OR school.kind      = :kind)
                       AND (CAST(:ownership AS text) IS NULL OR school.ownership = :ownership)
                       AND (CAST(:after     AS text) IS NULL OR school.school_code > :after)
                   ) AS outcome
             WHERE CAST(:eligible AS boolean) IS NULL
                OR (cardinality(ineligible) = 0) = :eligible
             ORDER BY school_code
             LIMIT :rows
            """;

    /** What stands against a school that has no assessment. */
    private static final String UNBEGUN = EligibilityPolicy.against(null, List.of()).stream()
            .map(Ineligibility::name)
            .collect(Collectors.joining(",", "{", "}"));

    private final JdbcClient jdbc;

    Outcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SchoolOutcome> page(
            Campaign campaign, OutcomeFilter filter, ReadScope scope, @Nullable String after, int rows) {
        return jdbc.sql(PAGE)
                .param("unbegun", UNBEGUN)
                .param("campaign", campaign.campaignId().value())
                .param("bureau", campaign.bureau().value())
                .param("all", scope.seesAll())
                .param("own", scope.school())
                .param("township", Columns.text(filter.township()))
                .param("kind", Columns.text(filter.kind()))
                .param("ownership", Columns.text(filter.ownership()))
                .param("eligible", filter.eligible())
                .param("after", after)
                .param("rows", rows)
                .query((row, _) -> outcome(row))
                .list();
    }

    private static SchoolOutcome outcome(ResultSet row) throws SQLException {
        String grade = row.getString("grade");
        BigDecimal total = row.getBigDecimal("total");
        String[] ineligible = (String[]) row.getArray("ineligible").getArray();
        return new SchoolOutcome(
                new SchoolCode(row.getString("school_code")),
                new Title(row.getString("name")),
                SchoolKind.valueOf(row.getString("kind")),
                Ownership.valueOf(row.getString("ownership")),
                new Township(row.getString("township")),
                grade == null ? null : Grade.valueOf(grade),
                row.getBoolean("determined"),
                total == null ? null : new Points(total),
                Arrays.stream(ineligible).map(Ineligibility::valueOf).toList());
    }
}
