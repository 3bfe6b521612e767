package cn.dabiao.query.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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

/**
 * Reading the schools of a campaign as they stand: {@code view.statistics} beside {@code view.school}, which is counted in
 * {@code view.school_count}.
 */
final class Populations {

    static final String BEGUN =
            """
            SELECT begun.school_code, begun.school_name, begun.kind, begun.ownership, begun.township,
                   coalesce(school.status, 'OPEN') = 'OPEN' AS open,
                   begun.phase, begun.plan_late, begun.grade, begun.determined, begun.total_halves, begun.round,
                   begun.item_nos, begun.score_halves, begun.deducted_halves, begun.checkpoints,
                   begun.checkpoint_halves, begun.not_applicable, begun.orders_due
              FROM view.statistics AS begun
              LEFT JOIN view.school AS school ON school.school_code = begun.school_code
             WHERE begun.campaign_id = :campaign
               AND begun.bureau = :bureau
            """;
    /** All that are open, less those of them that have begun: by the register, whatever they have declared since. */
    static final String UNBEGUN =
            """
            SELECT registered.kind, registered.ownership, registered.township,
                   registered.open - coalesce(begun.schools, 0) AS schools
              FROM view.school_count AS registered
              LEFT JOIN (SELECT school.bureau, school.kind, school.ownership, school.township, count(*) AS schools
                           FROM view.statistics AS begun
                           JOIN view.school AS school ON school.school_code = begun.school_code
                          WHERE begun.campaign_id = :campaign
                            AND begun.bureau = :bureau
                            AND school.status = 'OPEN'
                          GROUP BY school.bureau, school.kind, school.ownership, school.township) AS begun
             USING (bureau, kind, ownership, township)
             WHERE registered.bureau = :bureau
               AND registered.open > coalesce(begun.schools, 0)
            """;

    private static final String MARKS = LastAnswer.MARK
            + " FROM view.statistics WHERE campaign_id = :campaign AND bureau = :bureau UNION ALL "
            + """
            SELECT coalesce(max(CAST(tableoid AS bigint)), 0), coalesce(sum(schools), 0), coalesce(sum(versions), 0)
              FROM view.school_count
             WHERE bureau = :bureau
            """;
    /** Some hundred campaigns of a few hundred schools, of about a kilobyte each. */
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
        return read.of(campaign.campaignId(), rows, () -> new Population(begun(campaign), unbegun(campaign)));
    }

    private List<StatisticsRow> begun(Campaign campaign) {
        // Some ten of them in a county, each in many rows.
        Map<String, Township> townships = new HashMap<>();
        return jdbc.sql(BEGUN)
                .param("bureau", campaign.bureau().value())
                .param("campaign", campaign.campaignId().value())
                .query((row, _) -> new StatisticsRow(school(row, townships), standing(row), scores(row)))
                .list();
    }

    private Map<Traits, Integer> unbegun(Campaign campaign) {
        Map<Traits, Integer> schools = new HashMap<>();
        RowCallbackHandler each = row -> schools.put(
                new Traits(
                        SchoolKind.valueOf(row.getString("kind")),
                        Ownership.valueOf(row.getString("ownership")),
                        new Township(row.getString("township"))),
                row.getInt("schools"));
        jdbc.sql(UNBEGUN)
                .param("bureau", campaign.bureau().value())
                .param("campaign", campaign.campaignId().value())
                .query(each);
        return schools;
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
