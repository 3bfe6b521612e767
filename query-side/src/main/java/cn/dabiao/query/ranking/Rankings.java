package cn.dabiao.query.ranking;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.api.Page;
import cn.dabiao.api.campaign.RankingOrder;
import cn.dabiao.api.campaign.RankingRow;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.standard.Category;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.query.projecting.Columns;
import cn.dabiao.query.reading.LastAnswer;
import cn.dabiao.query.reading.LastAnswer.Mark;
import cn.dabiao.query.reading.Listing;
import cn.dabiao.query.reading.ReadScope;
import cn.dabiao.query.register.standard.Standards;

/**
 * The ranking of a campaign: competition ranking (1, 2, 2, 4), those that attained before those that did not, as
 * {@code PublicationPolicy} ranks what is published. Who does not see all of the bureau is answered from the last
 * publication; until there is one, they see the row of their own school alone.
 */
public final class Rankings {

    /** Ranked first, filtered afterwards: a rank is the rank in the whole campaign. */
    private static final String PAGE =
            """
            WITH ranked AS (
                SELECT assessment_id, school_code, school_name, kind, ownership, township, grade, determined, pending,
                       total, category_totals, round, CAST(NULL AS integer) AS publication_no,
                       rank() OVER (ORDER BY not_attained, points DESC)                   AS place,
                       rank() OVER (PARTITION BY kind ORDER BY not_attained, points DESC) AS place_in_kind
                  FROM (SELECT *,
                               grade = 'NOT_ATTAINED' AS not_attained,
                               CASE :by WHEN 'total' THEN total
                                        ELSE CAST(points_by_category ->> :by AS numeric)
                               END                    AS points
                          FROM %s AS rows
                         WHERE campaign_id = :campaign
                           AND bureau      = :bureau
                           AND grade IS NOT NULL) AS graded
            )
            SELECT *
              FROM ranked
             WHERE (:all OR school_code = :school)
               AND (CAST(:grade      AS text)   IS NULL OR grade     = :grade)
               AND (CAST(:township   AS text)   IS NULL OR township  = :township)
               AND (CAST(:kind       AS text)   IS NULL OR kind      = :kind)
               AND (CAST(:ownership  AS text)   IS NULL OR ownership = :ownership)
               AND (CAST(:afterPlace AS bigint) IS NULL OR (place, school_code) > (:afterPlace, :afterSchool))
             ORDER BY place, school_code
             LIMIT :rows
            """;

    private static final String MARK = LastAnswer.MARK
            + " FROM view.ranking WHERE campaign_id = :campaign AND bureau = :bureau AND grade IS NOT NULL";
    /** Some hundred pages. */
    private static final int KEPT = 20_000;

    private final JdbcClient jdbc;
    private final Standards standards;
    private final PublishedRanking published;
    private final LastAnswer<Asked, List<RankingRow>> read = new LastAnswer<>(KEPT, List::size);

    public Rankings(JdbcClient jdbc, Standards standards) {
        this.jdbc = jdbc;
        this.standards = standards;
        this.published = new PublishedRanking(jdbc);
    }

    /** @throws InvalidRequestException when the campaign's standard has no such category, or the cursor is foreign */
    public Page<RankingRow> page(Campaign campaign, RankingQuery query, ReadScope scope, long shown) {
        return page(campaign, query, scope, RankingSource.NOW, shown);
    }

    Page<RankingRow> page(
            Campaign campaign, RankingQuery query, ReadScope scope, RankingSource source, long shown) {
        requireCategory(query.by(), standards.require(campaign.standardId(), shown));
        return scope.seesAll()
                ? ranked(campaign, query, scope, source, shown)
                : published.page(campaign.campaignId(), query, source, shown)
                        .orElseGet(() -> ranked(campaign, query, scope, source, shown));
    }

    private Page<RankingRow> ranked(
            Campaign campaign, RankingQuery query, ReadScope scope, RankingSource source, long shown) {
        Listing listing = query.listing(campaign.campaignId());
        @Nullable List<String> after = listing.after(query.cursor(), 2).orElse(null);
        List<RankingRow> rows = source.isNow()
                ? read.of(
                        new Asked(campaign.campaignId(), query, scope.seesAll(), scope.school()),
                        List.of(mark(campaign)),
                        () -> rows(campaign, query, scope, source, after))
                : rows(campaign, query, scope, source, after);
        return listing.page(
                rows, query.limit(), row -> List.of(row.rank(), row.schoolCode()), row -> row, shown);
    }

    private Mark mark(Campaign campaign) {
        return jdbc.sql(MARK)
                .param("campaign", campaign.campaignId().value())
                .param("bureau", campaign.bureau().value())
                .query(Mark::row)
                .single();
    }

    private List<RankingRow> rows(
            Campaign campaign,
            RankingQuery query,
            ReadScope scope,
            RankingSource source,
            @Nullable List<String> after) {
        return source.over(PAGE, jdbc)
                .param("campaign", campaign.campaignId().value())
                .param("bureau", campaign.bureau().value())
                .param("by", query.by().value())
                .param("all", scope.seesAll())
                .param("school", scope.school())
                .param("grade", Columns.text(query.grade()))
                .param("township", Columns.text(query.township()))
                .param("kind", Columns.text(query.kind()))
                .param("ownership", Columns.text(query.ownership()))
                .param("afterPlace", after == null ? null : Listing.figure(after.get(0)))
                .param("afterSchool", after == null ? null : after.get(1))
                .param("rows", query.limit() + 1)
                .query(RankingRows::row)
                .list();
    }

    private static void requireCategory(RankingOrder by, Standard standard) {
        List<String> known = Stream.concat(
                        Stream.of("total"),
                        standard.categories().stream().map(Category::category).map(Object::toString))
                .toList();
        if (!known.contains(by.value())) {
            throw new InvalidRequestException("by", by.value(), "one-of", Map.of("known", known));
        }
    }

    /** What a page's rows depend on beside the rows that are ranked; a campaign has one bureau. */
    private record Asked(CampaignId campaign, RankingQuery query, boolean all, @Nullable String school) {}
}
