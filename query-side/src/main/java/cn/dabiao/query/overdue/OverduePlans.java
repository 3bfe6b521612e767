package cn.dabiao.query.overdue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.api.Page;
import cn.dabiao.api.campaign.OverduePlan;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.reading.Listing;
import cn.dabiao.query.reading.ReadScope;

/**
 * The schools that have filed no plan after the campaign's date (notice §4.2, RULES.md §4.1): every school in the
 * register has to, for the notice says 所有学校,
 * unless it has ceased. Nothing is stored for it: the calendar makes a school overdue.
 */
public final class OverduePlans {

    private static final String PAGE =
            """
            SELECT school.school_code, school.name, school.kind, school.ownership, school.township,
                   CAST(:today AS date) - CAST(:deadline AS date) AS days
              FROM view.school AS school
             WHERE school.bureau = :bureau
               AND school.status = 'OPEN'
               AND (:all OR school.school_code = :own)
               AND CAST(:today AS date) > CAST(:deadline AS date)
               AND (CAST(:after AS text) IS NULL OR school.school_code > :after)
               AND NOT EXISTS (SELECT 1
                                 FROM view.assessment AS filed
                                WHERE filed.bureau      = :bureau
                                  AND filed.school_code = school.school_code
                                  AND filed.campaign_id = :campaign)
             ORDER BY school.school_code
             LIMIT :limit
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public OverduePlans(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Page<OverduePlan> page(
            Campaign campaign, int limit, @Nullable String cursor, ReadScope scope, long position) {
        Listing listing = Listing.of("overdue plans", campaign.campaignId());
        LocalDate deadline = campaign.planDeadline().date();
        List<OverduePlan> rows = jdbc.sql(PAGE)
                .param("today", LocalDate.ofInstant(clock.instant(), campaign.zone()).toString())
                .param("deadline", deadline.toString())
                .param("bureau", campaign.bureau().value())
                .param("campaign", campaign.campaignId().value())
                .param("all", scope.seesAll())
                .param("own", scope.school())
                .param("after", listing.after(cursor, 1).map(List::getFirst).orElse(null))
                .param("limit", limit + 1)
                .query((row, _) -> overdue(row, deadline))
                .list();
        return listing.page(rows, limit, row -> List.of(row.schoolCode()), row -> row, position);
    }

    private static OverduePlan overdue(ResultSet row, LocalDate deadline) throws SQLException {
        return new OverduePlan(
                new SchoolCode(row.getString("school_code")),
                new Title(row.getString("name")),
                SchoolKind.valueOf(row.getString("kind")),
                Ownership.valueOf(row.getString("ownership")),
                new Township(row.getString("township")),
                deadline,
                row.getInt("days"));
    }
}
