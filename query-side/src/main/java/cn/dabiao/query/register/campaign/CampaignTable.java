package cn.dabiao.query.register.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.json.DomainJson;
import cn.dabiao.query.projecting.Columns;
import cn.dabiao.query.reading.LastRead;

/** The SQL of {@code view.campaign}. */
final class CampaignTable {

    private static final String SAVE =
            """
            INSERT INTO view.campaign AS row (campaign_id, bureau, campaign, story, opened_at, version, position)
            SELECT id, bureau, CAST(campaign AS jsonb), CAST(story AS jsonb), CAST(opened_at AS timestamptz),
                   CAST(version AS bigint), CAST(position AS bigint)
              FROM unnest(CAST(:ids AS text[]), CAST(:bureaus AS text[]), CAST(:campaigns AS text[]),
                          CAST(:stories AS text[]), CAST(:times AS text[]), CAST(:versions AS text[]), CAST(:positions AS text[]))
                   AS new (id, bureau, campaign, story, opened_at, version, position)
                ON CONFLICT (campaign_id) DO UPDATE
               SET bureau    = EXCLUDED.bureau,
                   campaign  = EXCLUDED.campaign,
                   story     = EXCLUDED.story,
                   opened_at = EXCLUDED.opened_at,
                   version   = EXCLUDED.version,
                   position  = EXCLUDED.position
             WHERE row.version < EXCLUDED.version
            """;
    private static final String LOAD = "SELECT * FROM view.campaign WHERE campaign_id = ANY (CAST(:ids AS text[]))";
    private static final String PAGE =
            """
            SELECT *
              FROM view.campaign
             WHERE bureau = :bureau
               AND (CAST(:after AS text) IS NULL OR campaign_id > :after)
             ORDER BY campaign_id
             LIMIT :rows
            """;

    private static final String FIND =
            """
            SELECT campaign, opened_at, version, position, CAST(tableoid AS bigint) AS table_id,
                   CASE WHEN version = :known AND CAST(tableoid AS bigint) = :table THEN NULL ELSE story END AS story
              FROM view.campaign
             WHERE campaign_id = :id
            """;
    private static final int KEPT = 500;

    private final JdbcClient jdbc;
    private final LastRead<CampaignRow> read = new LastRead<>(KEPT);

    CampaignTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(Collection<CampaignRow> rows) {
        jdbc.sql(SAVE)
                .param("ids", Columns.column(rows, CampaignRow::id))
                .param("bureaus", Columns.column(rows, row -> row.campaign().bureau()))
                .param("campaigns", Columns.column(rows, row -> DomainJson.mapper().writeValueAsString(row.campaign())))
                .param("stories", Columns.column(rows, row -> DomainJson.mapper().writeValueAsString(row.story())))
                .param("times", Columns.column(rows, CampaignRow::openedAt))
                .param("versions", Columns.column(rows, CampaignRow::version))
                .param("positions", Columns.column(rows, CampaignRow::position))
                .update();
    }

    Map<String, CampaignRow> load(Collection<String> ids) {
        return jdbc.sql(LOAD).param("ids", Columns.keys(ids)).query(CampaignTable::row).list().stream()
                .collect(Collectors.toMap(CampaignRow::id, Function.identity()));
    }

    Optional<CampaignRow> find(CampaignId id) {
        return read.find(id.value(), known -> jdbc.sql(FIND)
                .param("id", id.value())
                .param("known", LastRead.versionOf(known))
                .param("table", LastRead.tableOf(known))
                .query((row, number) -> new LastRead.Known<>(
                        row.getString("story") == null ? Objects.requireNonNull(known).row() : row(row, number),
                        row.getLong("table_id")))
                .optional());
    }

    List<CampaignRow> page(@Nullable String bureau, @Nullable String after, int rows) {
        return jdbc.sql(PAGE)
                .param("bureau", bureau)
                .param("after", after)
                .param("rows", rows)
                .query(CampaignTable::row)
                .list();
    }

    void clear() {
        jdbc.sql("DELETE FROM view.campaign").update();
    }

    private static CampaignRow row(ResultSet row, int number) throws SQLException {
        return new CampaignRow(
                DomainJson.mapper().readValue(row.getString("campaign"), Campaign.class),
                DomainJson.mapper().readValue(row.getString("story"), CampaignStory.class),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"),
                row.getLong("position"));
    }
}
