package cn.dabiao.query.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.api.Page;
import cn.dabiao.api.campaign.PublicationView;
import cn.dabiao.api.campaign.PublishedRow;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Title;
import cn.dabiao.json.DomainJson;
import cn.dabiao.query.projecting.Columns;
import cn.dabiao.query.reading.Listing;

/** Reading publications: the same rows whoever asks. */
final class Publications {

    private static final String LIST =
            """
            SELECT publication_no, published_at, note, schools, pending
              FROM view.publication
             WHERE campaign_id = :campaign
               AND (CAST(:before AS numeric) IS NULL OR publication_no < :before)
             ORDER BY publication_no DESC
             LIMIT :rows
            """;
    private static final String EXISTS =
            "SELECT count(*) > 0 FROM view.publication WHERE campaign_id = :campaign AND publication_no = :no";
    private static final String ROWS =
            """
            SELECT *
              FROM view.published_grade
             WHERE campaign_id    = :campaign
               AND publication_no = :no
               AND (CAST(:grade      AS text)    IS NULL OR grade = :grade)
               AND (CAST(:kind       AS text)    IS NULL OR kind  = :kind)
               AND (CAST(:afterPlace AS numeric) IS NULL OR (place, school_code) > (:afterPlace, :afterSchool))
             ORDER BY place, school_code
             LIMIT :rows
            """;

    private final JdbcClient jdbc;

    Publications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<PublicationView> list(CampaignId campaign, int limit, @Nullable String cursor, long shown) {
        Listing listing = Listing.of("publications", campaign);
        @Nullable List<String> after = listing.after(cursor, 1).orElse(null);
        List<PublicationView> rows = jdbc.sql(LIST)
                .param("campaign", campaign.value())
                .param("before", after == null ? null : Listing.figure(after.getFirst()))
                .param("rows", limit + 1)
                .query(Publications::publication)
                .list();
        return listing.page(rows, limit, row -> List.of(row.publicationNo()), row -> row, shown);
    }

    /** The rows of one publication, by their places. */
    Page<PublishedRow> rows(
            CampaignId campaign,
            int no,
            @Nullable Grade grade,
            @Nullable SchoolKind kind,
            int limit,
            @Nullable String cursor,
            long shown) {
        requireThere(campaign, no);
        Listing listing = Listing.of("publication", campaign, no, grade, kind);
        @Nullable List<String> after = listing.after(cursor, 2).orElse(null);
        List<PublishedRow> rows = jdbc.sql(ROWS)
                .param("campaign", campaign.value())
                .param("no", no)
                .param("grade", Columns.text(grade))
                .param("kind", Columns.text(kind))
                .param("afterPlace", after == null ? null : Listing.figure(after.get(0)))
                .param("afterSchool", after == null ? null : after.get(1))
                .param("rows", limit + 1)
                .query(Publications::row)
                .list();
        return listing.page(rows, limit, row -> List.of(row.rank(), row.schoolCode()), row -> row, shown);
    }

    private void requireThere(CampaignId campaign, int no) {
        boolean there = jdbc.sql(EXISTS)
                .param("campaign", campaign.value())
                .param("no", no)
                .query(Boolean.class)
                .single();
        if (!there) {
            throw new Refusal.NotFound(Thing.PUBLICATION, Integer.toString(no)).asException();
        }
    }

    private static PublicationView publication(ResultSet row, int number) throws SQLException {
        String note = row.getString("note");
        return new PublicationView(
                row.getInt("publication_no"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                note == null ? null : new Opinion(note),
                row.getInt("schools"),
                row.getInt("pending"));
    }

    private static PublishedRow row(ResultSet row, int number) throws SQLException {
        return new PublishedRow(
                row.getInt("place"),
                row.getInt("place_in_kind"),
                new SchoolCode(row.getString("school_code")),
                new Title(row.getString("school_name")),
                SchoolKind.valueOf(row.getString("kind")),
                Grade.valueOf(row.getString("grade")),
                row.getBoolean("determined"),
                row.getBoolean("pending"),
                new Points(row.getBigDecimal("total")),
                List.of(DomainJson.mapper().readValue(row.getString("category_totals"), CategoryTotal[].class)));
    }
}
