package cn.dabiao.query.overdue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.api.Page;
import cn.dabiao.api.campaign.OverdueRow;
import cn.dabiao.api.campaign.OverdueTask;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.projecting.Columns;
import cn.dabiao.query.reading.Listing;
import cn.dabiao.query.reading.ReadScope;

/**
 * What schools should have done by a date that has passed: plans, which every school in the register has to file, for the
 * notice says 所有学校 (notice §4.2, RULES.md §4.1); reports on rectification orders (§4.8); commitments of interviews
 * (§4.11). Of a school that has ceased nothing is due any more; in a campaign that is closed what was left undone stays
 * listed. Nothing is stored for it: the calendar makes it overdue.
 */
public final class OverdueTasks {

    private static final String PAGE =
            """
            WITH task AS (
                SELECT school.*, 1 AS place, 'PLAN' AS what, '' AS ref, 0 AS no,
                       CAST(:deadline AS date) AS due_on
                  FROM view.school AS school
                 WHERE school.bureau = :bureau
                   AND NOT EXISTS (SELECT 1
                                     FROM view.assessment AS filed
                                    WHERE filed.campaign_id = :campaign
                                      AND filed.school_code = school.school_code)
                 UNION ALL
                SELECT school.*, CASE due.what WHEN 'RECTIFICATION' THEN 2 ELSE 3 END, due.what, due.ref,
                       due.no, due."dueOn"
                  FROM view.assessment AS begun
                  JOIN view.school AS school ON school.school_code = begun.school_code
                                            AND school.bureau = :bureau
                 CROSS JOIN LATERAL jsonb_to_recordset(begun.due)
                    AS due (what text, ref text, no integer, "dueOn" date)
                 WHERE begun.campaign_id = :campaign
            )
            SELECT school_code, name, kind, ownership, township,
                   place, what, ref, no, due_on, CAST(:today AS date) - due_on AS days
              FROM task
             WHERE status = 'OPEN'
               AND (:all OR school_code = :own)
               AND CAST(:today AS date) > due_on
               AND (CAST(:what AS text) IS NULL OR what = :what)
               AND (CAST(:afterSchool AS text) IS NULL
                    OR (school_code, place, ref, no) > (:afterSchool, :afterPlace, :afterRef, :afterNo))
             ORDER BY school_code, place, ref, no
             LIMIT :limit
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    public OverdueTasks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param what the tasks that are wanted; null for all */
    public Page<OverdueRow> page(
            Campaign campaign,
            @Nullable OverdueTask what,
            int limit,
            @Nullable String cursor,
            ReadScope scope,
            long position) {
        Listing listing = Listing.of("overdue", campaign.campaignId(), what);
        List<String> after = listing.after(cursor, 4).orElse(null);
        List<Placed> rows = jdbc.sql(PAGE)
                .param("today", LocalDate.ofInstant(clock.instant(), campaign.zone()).toString())
                .param("deadline", campaign.planDeadline().date().toString())
                .param("bureau", campaign.bureau().value())
                .param("campaign", campaign.campaignId().value())
                .param("all", scope.seesAll())
                .param("own", scope.school())
                .param("what", Columns.text(what))
                .param("afterSchool", after == null ? null : after.get(0))
                .param("afterPlace", after == null ? null : Listing.figure(after.get(1)))
                .param("afterRef", after == null ? null : after.get(2))
                .param("afterNo", after == null ? null : Listing.figure(after.get(3)))
                .param("limit", limit + 1)
                .query((row, _) -> placed(row))
                .list();
        return listing.page(rows, limit, Placed::key, Placed::row, position);
    }

    private static Placed placed(ResultSet row) throws SQLException {
        OverdueTask what = OverdueTask.valueOf(row.getString("what"));
        String ref = row.getString("ref");
        int no = row.getInt("no");
        LocalDate dueOn = row.getObject("due_on", LocalDate.class);
        OverdueRow shown = new OverdueRow(
                new SchoolCode(row.getString("school_code")),
                new Title(row.getString("name")),
                SchoolKind.valueOf(row.getString("kind")),
                Ownership.valueOf(row.getString("ownership")),
                new Township(row.getString("township")),
                what,
                what == OverdueTask.RECTIFICATION ? new OrderId(ref) : null,
                what == OverdueTask.COMMITMENT ? new MeasureId(ref) : null,
                what == OverdueTask.COMMITMENT ? no : null,
                dueOn,
                what == OverdueTask.PLAN ? dueOn : null,
                row.getInt("days"));
        return new Placed(row.getInt("place"), ref, no, shown);
    }

    private record Placed(int place, String ref, int no, OverdueRow row) {

        List<?> key() {
            return List.of(row.schoolCode(), place, ref, no);
        }
    }
}
