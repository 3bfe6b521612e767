package cn.dabiao.query.publication;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.campaign.PublishedGrade;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.value.Points;
import cn.dabiao.json.DomainJson;
import cn.dabiao.query.projecting.Columns;
import cn.dabiao.query.publication.Publication.Line;

/** Writing {@code view.publication} and {@code view.published_grade}: a publication never changes. */
final class PublicationTable {

    private static final String SAVE =
            """
            INSERT INTO view.publication
                   (campaign_id, publication_no, published_at, note, schools, pending, position)
            SELECT campaign, CAST(no AS integer), CAST(published_at AS timestamptz), note,
                   CAST(schools AS integer), CAST(pending AS integer), CAST(position AS bigint)
              FROM unnest(CAST(:campaigns AS text[]), CAST(:numbers AS text[]), CAST(:times AS text[]),
                          CAST(:notes AS text[]), CAST(:schools AS text[]), CAST(:pending AS text[]),
                          CAST(:positions AS text[]))
                   AS new (campaign, no, published_at, note, schools, pending, position)
                ON CONFLICT (campaign_id, publication_no) DO NOTHING
            """;
    private static final String SAVE_LINES =
            """
            INSERT INTO view.published_grade
                   (campaign_id, publication_no, school_code, school_name, kind, grade, determined, pending,
                    total, category_totals, points_by_category, place, place_in_kind)
            SELECT campaign, CAST(no AS integer), school, name, kind, grade,
                   CAST(determined AS boolean), CAST(pending AS boolean), CAST(total AS numeric),
                   CAST(categories AS jsonb), CAST(points AS jsonb),
                   CAST(place AS integer), CAST(place_in_kind AS integer)
              FROM unnest(CAST(:campaigns AS text[]), CAST(:numbers AS text[]), CAST(:schools AS text[]),
                          CAST(:names AS text[]), CAST(:kinds AS text[]), CAST(:grades AS text[]),
                          CAST(:determined AS text[]), CAST(:pending AS text[]), CAST(:totals AS text[]),
                          CAST(:categories AS text[]), CAST(:points AS text[]),
                          CAST(:places AS text[]), CAST(:placesInKind AS text[]))
                   AS new (campaign, no, school, name, kind, grade, determined, pending,
                           total, categories, points, place, place_in_kind)
                ON CONFLICT (campaign_id, publication_no, school_code) DO NOTHING
            """;

    private final JdbcClient jdbc;

    PublicationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(Collection<Publication> publications) {
        jdbc.sql(SAVE)
                .param("campaigns", Columns.column(publications, it -> it.event().campaignId()))
                .param("numbers", Columns.column(publications, it -> it.event().publicationNo()))
                .param("times", Columns.column(publications, it -> it.event().at()))
                .param("notes", Columns.column(publications, it -> it.event().note()))
                .param("schools", Columns.column(publications, it -> it.event().grades().size()))
                .param("pending", Columns.column(publications, Publication::pending))
                .param("positions", Columns.column(publications, Publication::position))
                .update();
        saveLines(publications.stream().flatMap(it -> it.lines().stream()).toList());
    }

    private void saveLines(List<Line> lines) {
        jdbc.sql(SAVE_LINES)
                .param("campaigns", Columns.column(lines, line -> line.event().campaignId()))
                .param("numbers", Columns.column(lines, line -> line.event().publicationNo()))
                .param("schools", grade(lines, PublishedGrade::schoolCode))
                .param("names", grade(lines, PublishedGrade::schoolName))
                .param("kinds", grade(lines, PublishedGrade::kind))
                .param("grades", grade(lines, PublishedGrade::grade))
                .param("determined", grade(lines, PublishedGrade::determined))
                .param("pending", grade(lines, PublishedGrade::pending))
                .param("totals", grade(lines, PublishedGrade::total))
                .param("categories", grade(lines, it -> DomainJson.mapper().writeValueAsString(it.categoryTotals())))
                .param("points", grade(lines, it -> DomainJson.mapper().writeValueAsString(pointsByCategory(it))))
                .param("places", grade(lines, PublishedGrade::rank))
                .param("placesInKind", grade(lines, PublishedGrade::rankInKind))
                .update();
    }

    void clear() {
        jdbc.sql("DELETE FROM view.published_grade").update();
        jdbc.sql("DELETE FROM view.publication").update();
    }

    private static String[] grade(List<Line> lines, Function<PublishedGrade, Object> value) {
        return Columns.column(lines, line -> value.apply(line.grade()));
    }

    private static Map<String, Points> pointsByCategory(PublishedGrade grade) {
        return grade.categoryTotals().stream()
                .collect(Collectors.toMap(total -> total.category().value(), CategoryTotal::score));
    }
}
