package cn.dabiao.query.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.person.Persons;
import cn.dabiao.query.projecting.Columns;

/** Reads {@code view.history} as a feed; who may read an assessment as its inspector stands in {@code view.assessment}. */
final class FeedTable {

    private static final String COLUMNS =
            """
            SELECT history.position, history.recorded_at, history.at, history.actor, history.role, history.event_type,
                   history.payload, history.figures, history.bureau, history.school_code, history.other_school,
                   history.assessment_id, history.campaign_id, assessment.inspectors, event.leaf_hash
              FROM view.history
              JOIN ledger.event ON event.position = history.position
              LEFT JOIN view.assessment ON assessment.assessment_id = history.assessment_id
            """;
    private static final String WANTED =
            """
             WHERE history.bureau   = :bureau
               AND history.position > :after
               AND history.position <= :until
               AND (CAST(:types    AS text[]) IS NULL OR history.event_type = ANY (CAST(:types AS text[])))
               AND (CAST(:wanted   AS text)   IS NULL OR :wanted IN (history.school_code, history.other_school))
               AND (CAST(:campaign AS text)   IS NULL OR history.campaign_id = :campaign
                                                      OR starts_with(history.assessment_id, :campaign || '.'))
            """;
    /** What belongs to a few is looked up, however far apart it lies. */
    private static final String OF_A_FEW =
            """
               AND history.position IN (
                   SELECT position
                     FROM view.history
                    WHERE school_code = ANY (CAST(:schools AS text[])) AND position > :after
                    UNION ALL
                   SELECT position
                     FROM view.history
                    WHERE other_school = ANY (CAST(:schools AS text[])) AND position > :after
                    UNION ALL
                   SELECT position
                     FROM view.history
                    WHERE bureau = :bureau AND school_code IS NULL AND position > :after
                    UNION ALL
                   SELECT own.position
                     FROM view.assessment AS open
                     JOIN view.history    AS own USING (assessment_id)
                    WHERE open.inspectors @> ARRAY[CAST(:inspector AS text)] AND own.position > :after)
            """;
    private static final String IN_ORDER =
            """
             ORDER BY history.position
             LIMIT :rows
            """;
    private static final String OF_ALL =
            """
             WHERE history.position > :after
               AND history.position <= :until
             ORDER BY history.position
            """;

    private static final String FIRST_PARKED =
            """
            SELECT coalesce(min(event.position), 9223372036854775807)
              FROM view.dead_letter_entry AS letter
              JOIN ledger.event AS event
                ON event.stream_id  = letter.stream_id
               AND event.stream_seq = letter.stream_seq
             WHERE letter.processing_group = ANY (CAST(:groups AS text[]))
            """;

    private final JdbcClient jdbc;
    private final Persons persons;

    FeedTable(JdbcClient jdbc, Persons persons) {
        this.jdbc = jdbc;
        this.persons = persons;
    }

    /** What this scope may hold of a stretch, the first ones; {@link FeedScope#sees} has the last word. */
    List<FeedRow> rows(long after, long until, int limit, FeedScope scope) {
        FeedFilter filter = scope.filter();
        return jdbc.sql(COLUMNS + WANTED + (scope.isWide() ? "" : OF_A_FEW) + IN_ORDER)
                .param("bureau", scope.bureau())
                .param("after", after)
                .param("until", until)
                .param("types", filter.types().isEmpty() ? null : Columns.keys(filter.types()))
                .param("wanted", Columns.text(filter.school()))
                .param("campaign", Columns.text(filter.campaign()))
                .param("schools", Columns.keys(scope.schools()))
                .param("inspector", scope.inspector())
                .param("rows", limit)
                .query(this::row)
                .list();
    }

    /** The first event that one of these groups could not take; beyond every position when there is none. */
    long firstParked(List<String> groups) {
        return jdbc.sql(FIRST_PARKED)
                .param("groups", Columns.keys(groups))
                .query(Long.class)
                .single();
    }


    /** Everything in a stretch, of every bureau. */
    List<FeedRow> all(long after, long until) {
        return jdbc.sql(COLUMNS + OF_ALL)
                .param("after", after)
                .param("until", until)
                .query(this::row)
                .list();
    }

    private FeedRow row(ResultSet row, int number) throws SQLException {
        String assessment = row.getString("assessment_id");
        return new FeedRow(
                row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("role"),
                row.getString("event_type"),
                row.getString("payload"),
                row.getString("figures"),
                row.getString("bureau"),
                row.getString("school_code"),
                row.getString("other_school"),
                assessment == null ? null : new AssessmentId(assessment),
                row.getString("campaign_id"),
                members(row),
                Base64.getEncoder().encodeToString(row.getBytes("leaf_hash")),
                persons::openedIn);
    }

    private static List<InspectorId> members(ResultSet row) throws SQLException {
        java.sql.@Nullable Array members = row.getArray("inspectors");
        return members == null
                ? List.of()
                : Stream.of((String[]) members.getArray()).map(InspectorId::new).toList();
    }
}
