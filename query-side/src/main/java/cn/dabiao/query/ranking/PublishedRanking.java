package cn.dabiao.query.ranking;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.api.Page;
import cn.dabiao.api.campaign.RankingRow;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.query.projecting.Columns;
import cn.dabiao.query.reading.Listing;

/**
 * The ranking as it was published last, for those who see others' published grades only (RULES.md §6). Of the rows of
 * the ranking it takes nothing but ownership and township, which no publication holds and everybody may read.
 */
final class PublishedRanking {

    private static final String LAST =
            """
            SELECT publication_no
              FROM view.publication
             WHERE campaign_id = :campaign
               AND position   <= :upTo
             ORDER BY publication_no DESC
             LIMIT 1
            """;

    /** By the total with the places that were published; by a category with those that the published points give. */
    private static final String PAGE =
            """
            WITH ranked AS (
                SELECT publication_no, school_code, school_name, kind, grade, determined, pending, total, category_totals,
                       CASE :by WHEN 'total' THEN place
                                ELSE rank() OVER (ORDER BY not_attained, points DESC)
                       END AS place,
                       CASE :by WHEN 'total' THEN place_in_kind
                                ELSE rank() OVER (PARTITION BY kind ORDER BY not_attained, points DESC)
                       END AS place_in_kind
                  FROM (SELECT *,
                               grade = 'NOT_ATTAINED'                       AS not_attained,
                               CAST(points_by_category ->> :by AS numeric) AS points
                          FROM view.published_grade
                         WHERE campaign_id    = :campaign
                           AND publication_no = :no) AS published
            )
            SELECT ranked.*, CAST(NULL AS integer) AS round, declared.assessment_id, declared.ownership, declared.township
              FROM ranked
              JOIN %s AS declared ON declared.assessment_id = :campaign || '.' || ranked.school_code
             WHERE (CAST(:grade      AS text)    IS NULL OR ranked.grade       = :grade)
               AND (CAST(:township   AS text)    IS NULL OR declared.township  = :township)
               AND (CAST(:kind       AS text)    IS NULL OR ranked.kind        = :kind)
               AND (CAST(:ownership  AS text)    IS NULL OR declared.ownership = :ownership)
               AND (CAST(:afterPlace AS numeric) IS NULL
                    OR (ranked.place, ranked.school_code) > (:afterPlace, :afterSchool))
             ORDER BY ranked.place, ranked.school_code
             LIMIT :rows
            """;

    private final JdbcClient jdbc;

    PublishedRanking(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Empty while nothing is published. The cursor says of which publication it is: who turns pages while another one
     * appears stays in the one they read.
     */
    Optional<Page<RankingRow>> page(CampaignId campaign, RankingQuery query, RankingSource source, long shown) {
        return last(campaign, source.upTo()).map(last -> {
            Listing listing = query.publishedListing(campaign);
            @Nullable List<String> after = listing.after(query.cursor(), 3).orElse(null);
            long no = after == null ? last : Listing.figure(after.get(0)).longValue();
            return listing.page(
                    rows(campaign, no, query, source, after),
                    query.limit(),
                    row -> List.of(no, row.rank(), row.schoolCode()),
                    row -> row,
                    shown);
        });
    }

    private Optional<Integer> last(CampaignId campaign, long upTo) {
        return jdbc.sql(LAST)
                .param("campaign", campaign.value())
                .param("upTo", upTo)
                .query(Integer.class)
                .optional();
    }

    private List<RankingRow> rows(
            CampaignId campaign, long no, RankingQuery query, RankingSource source, @Nullable List<String> after) {
        return source.over(PAGE, jdbc)
                .param("campaign", campaign.value())
                .param("no", no)
                .param("by", query.by().value())
                .param("grade", Columns.text(query.grade()))
                .param("township", Columns.text(query.township()))
                .param("kind", Columns.text(query.kind()))
                .param("ownership", Columns.text(query.ownership()))
                .param("afterPlace", after == null ? null : Listing.figure(after.get(1)))
                .param("afterSchool", after == null ? null : after.get(2))
                .param("rows", query.limit() + 1)
                .query(RankingRows::row)
                .list();
    }
}
