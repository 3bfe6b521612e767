package cn.dabiao.query.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.reading.LastAnswer;
import cn.dabiao.query.reading.LastAnswer.Mark;

/** Reading the schools of a campaign as they stand: {@code view.school} beside {@code view.statistics}. */
final class Populations {

    static final String OF_CAMPAIGN =
            """
            SELECT coalesce(begun.school_code, school.school_code) AS school_code,
                   coalesce(begun.school_name, school.name)        AS school_name,
                   coalesce(begun.kind, school.kind)               AS kind,
                   coalesce(begun.ownership, school.ownership)     AS ownership,
                   coalesce(begun.township, school.township)       AS township,
                   coalesce(school.status, 'OPEN') = 'OPEN'        AS open,
                   begun.phase, begun.plan_late, begun.grade, begun.determined, begun.total_halves, begun.round,
                   begun.item_nos, begun.score_halves, begun.deducted_halves, begun.checkpoints,
                   begun.checkpoint_halves, begun.not_applicable, begun.orders_due
              FROM (SELECT * FROM view.school WHERE bureau = :bureau) AS school
              FULL JOIN (SELECT * FROM view.statistics WHERE campaign_id = :campaign AND bureau = :bureau) AS begun
                ON begun.school_code = school.school_code
             WHERE begun.school_code IS NOT NULL
                OR school.status = 'OPEN'
            """;

    private static final String MARKS = LastAnswer.MARK
            + " FROM view.statistics WHERE campaign_id = :campaign AND bureau = :bureau UNION ALL "
            + LastAnswer.MARK
            + " FROM view.school WHERE bureau = :bureau";
    /** Some hundred counties of a few hundred schools, of about a kilobyte each. */
    private static final int KEPT = 50_000;

    private final JdbcClient jdbc;
    private final LastAnswer<CampaignId, Population> read =
            new LastAnswer<>(KEPT, population -> population.begun().size() + population.unbegun().size());

    Populations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Population of(Campaign campaign) {
        List<Mark> rows = jdbc.sql(MARKS)
                .param("bureau", campaign.bureau().value())
                .param("campaign", campaign.campaignId().value())
                .query(Mark::row)
                .list();
        return read.of(campaign.campaignId(), rows, () -> all(campaign));
    }

    private Population all(Campaign campaign) {
        List<StatisticsRow> begun = new ArrayList<>();
        List<CountedSchool> unbegun = new ArrayList<>();
        // Some ten of them in a county, each in many rows.
        Map<String, Township> townships = new HashMap<>();
        RowCallbackHandler each = row -> {
            CountedSchool school = school(row, townships);
            if (row.getString("phase") == null) {
                unbegun.add(school);
            } else {
                begun.add(new StatisticsRow(school, standing(row), scores(row)));
            }
        };
        jdbc.sql(OF_CAMPAIGN)
                .param("bureau", campaign.bureau().value())
                .param("campaign", campaign.campaignId().value())
                .query(each);
        return new Population(begun, unbegun);
    }

    private static CountedSchool school(ResultSet row, Map<String, Township> townships) throws SQLException {
        return new CountedSchool(
                row.getString("school_code"),
                row.getString("school_name"),
                SchoolKind.valueOf(row.getString("kind")),
                Ownership.valueOf(row.getString("ownership")),
                townships.computeIfAbsent(row.getString("township"), Township::new),
                row.getBoolean("open"));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        String grade = row.getString("grade");
        return new Standing(
                Phase.valueOf(row.getString("phase")),
                row.getBoolean("plan_late"),
                grade == null ? null : Grade.valueOf(grade),
                row.getBoolean("determined"),
                row.getObject("total_halves", Integer.class),
                dates(row));
    }

    private static Scores scores(ResultSet row) throws SQLException {
        return new Scores(
                row.getInt("round"),
                numbers(row, "item_nos"),
                numbers(row, "score_halves"),
                numbers(row, "deducted_halves"),
                texts(row, "checkpoints"),
                numbers(row, "checkpoint_halves"),
                texts(row, "not_applicable"));
    }

    private static List<Integer> numbers(ResultSet row, String column) throws SQLException {
        return Arrays.asList((Integer[]) row.getArray(column).getArray());
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static List<LocalDate> dates(ResultSet row) throws SQLException {
        java.sql.Date[] due = (java.sql.Date[]) row.getArray("orders_due").getArray();
        return Arrays.stream(due).map(java.sql.Date::toLocalDate).toList();
    }
}
