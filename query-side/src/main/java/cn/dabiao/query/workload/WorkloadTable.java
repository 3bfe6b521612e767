package cn.dabiao.query.workload;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.json.DomainJson;
import cn.dabiao.query.projecting.Columns;

/** The SQL of {@code view.workload}. */
final class WorkloadTable {

    private static final String SAVE =
            """
            INSERT INTO view.workload AS row (assessment_id, campaign_id, bureau, inspectors, work, version, position)
            SELECT id, campaign, bureau, CAST(inspectors AS text[]), CAST(work AS jsonb), CAST(version AS bigint),
                   CAST(position AS bigint)
              FROM unnest(CAST(:ids AS text[]), CAST(:campaigns AS text[]), CAST(:bureaus AS text[]),
                          CAST(:inspectors AS text[]), CAST(:works AS text[]), CAST(:versions AS text[]),
                          CAST(:positions AS text[]))
                   AS new (id, campaign, bureau, inspectors, work, version, position)
                ON CONFLICT (assessment_id) DO UPDATE
               SET inspectors = EXCLUDED.inspectors,
                   work       = EXCLUDED.work,
                   version    = EXCLUDED.version,
                   position   = EXCLUDED.position
             WHERE row.version < EXCLUDED.version
            """;
    private static final String LOAD =
            "SELECT work FROM view.workload WHERE assessment_id = ANY (CAST(:ids AS text[]))";
    private static final String OF_CAMPAIGN = "SELECT work FROM view.workload WHERE campaign_id = :campaign";
    private static final String OF_CAMPAIGNS_WITH =
            """
            SELECT work
              FROM view.workload
             WHERE campaign_id IN (SELECT campaign_id
                                     FROM view.workload
                                    WHERE bureau = :bureau
                                      AND inspectors @> ARRAY[CAST(:inspector AS text)])
            """;

    private final JdbcClient jdbc;

    WorkloadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(Collection<WorkRecord> rows) {
        jdbc.sql(SAVE)
                .param("ids", Columns.column(rows, WorkRecord::assessmentId))
                .param("campaigns", Columns.column(rows, row -> row.assessmentId().campaignId()))
                .param("bureaus", Columns.column(rows, WorkRecord::bureau))
                .param("inspectors", Columns.column(rows, WorkloadTable::arrayOfPeople))
                .param("works", Columns.column(rows, row -> DomainJson.mapper().writeValueAsString(row)))
                .param("versions", Columns.column(rows, WorkRecord::version))
                .param("positions", Columns.column(rows, WorkRecord::position))
                .update();
    }

    Map<String, WorkRecord> load(Collection<String> ids) {
        return works(jdbc.sql(LOAD).param("ids", Columns.keys(ids))).stream()
                .collect(Collectors.toMap(row -> row.assessmentId().value(), Function.identity()));
    }

    /** Every assessment of a campaign. */
    List<WorkRecord> ofCampaign(CampaignId campaign) {
        return works(jdbc.sql(OF_CAMPAIGN).param("campaign", campaign.value()));
    }

    /** Every assessment of the campaigns in which this inspector has had anything to do. */
    List<WorkRecord> ofCampaignsWith(BureauCode bureau, InspectorId inspector) {
        return works(jdbc.sql(OF_CAMPAIGNS_WITH)
                .param("bureau", bureau.value())
                .param("inspector", inspector.value()));
    }

    void clear() {
        jdbc.sql("DELETE FROM view.workload").update();
    }

    private static List<WorkRecord> works(JdbcClient.StatementSpec statement) {
        return statement
                .query((row, _) -> DomainJson.mapper().readValue(row.getString("work"), WorkRecord.class))
                .list();
    }

    /** An inspector's id is made of characters that need no quotes in PostgreSQL's text form of an array. */
    private static String arrayOfPeople(WorkRecord row) {
        return row.people().stream().map(InspectorId::value).collect(Collectors.joining(",", "{", "}"));
    }
}
