package cn.dabiao.query.workload;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Page;
import cn.dabiao.api.inspector.WorkloadReads;
import cn.dabiao.api.inspector.WorkloadRow;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.query.Groups;
import cn.dabiao.query.reading.Listing;
import cn.dabiao.query.reading.ReadScope;
import cn.dabiao.query.reading.Reads;
import cn.dabiao.query.register.campaign.Campaigns;
import cn.dabiao.query.register.inspector.Inspectors;

@RestController
class WorkloadReadController implements WorkloadReads {

    private static final List<String> GROUPS = List.of(Groups.ASSESSMENT, Groups.REGISTER);

    private final Reads reads;
    private final Campaigns campaigns;
    private final Inspectors inspectors;
    private final WorkloadTable table;

    WorkloadReadController(Reads reads, Campaigns campaigns, JdbcClient jdbc) {
        this.reads = reads;
        this.campaigns = campaigns;
        this.inspectors = new Inspectors(jdbc);
        this.table = new WorkloadTable(jdbc);
    }

    @Override
    public ResponseEntity<Page<WorkloadRow>> ofCampaign(
            CampaignId campaignId, int limit, @Nullable String cursor, Actor actor) {
        ReadScope scope = ReadScope.of(actor);
        Listing listing = Listing.of("workload of a campaign", campaignId);
        String after = listing.after(cursor, 1).map(List::getFirst).orElse(null);
        return reads.showing(GROUPS, shown -> {
            Campaign campaign = campaigns.asked(campaignId, scope);
            Workloads workloads = Workloads.of(campaignId, campaign.zone(), table.ofCampaign(campaignId));
            List<WorkloadRow> rows = shownTo(scope, after, limit + 1)
                    .map(inspector -> workloads.row(inspector.inspectorId(), name(inspector, scope)))
                    .toList();
            return Answers.shown(
                    shown, listing.page(rows, limit, row -> List.of(row.inspectorId()), row -> row, shown));
        });
    }

    @Override
    public ResponseEntity<Page<WorkloadRow>> ofInspector(
            InspectorId inspectorId, int limit, @Nullable String cursor, Actor actor) {
        ReadScope scope = ReadScope.of(actor);
        Listing listing = Listing.of("workload of an inspector", inspectorId);
        String after = listing.after(cursor, 1).map(List::getFirst).orElse("");
        return reads.showing(GROUPS, shown -> {
            Inspector inspector = inspectors.asked(inspectorId, scope);
            if (!scope.seesAll() && !inspectorId.equals(actor.inspector())) {
                throw new Refusal.AnotherInspector(inspectorId).asException();
            }
            List<WorkloadRow> rows = byCampaign(inspector).entrySet().stream()
                    .filter(campaign -> campaign.getKey().value().compareTo(after) > 0)
                    .sorted(Map.Entry.comparingByKey(Comparator.comparing(CampaignId::value)))
                    .limit(limit + 1L)
                    .map(campaign -> counted(campaign.getKey(), campaign.getValue(), shown)
                            .row(inspectorId, name(inspector, scope)))
                    .toList();
            return Answers.shown(
                    shown, listing.page(rows, limit, row -> List.of(row.campaignId()), row -> row, shown));
        });
    }

    /** The roster; to an inspector itself alone. */
    private Stream<Inspector> shownTo(ReadScope scope, @Nullable String after, int rows) {
        if (scope.seesAll()) {
            return inspectors.roster(scope, after, rows).stream();
        }
        String own = scope.inspector();
        return own == null || (after != null && own.compareTo(after) <= 0)
                ? Stream.empty()
                : Stream.of(inspectors.asked(new InspectorId(own), scope));
    }

    private Map<CampaignId, List<WorkRecord>> byCampaign(Inspector inspector) {
        return table.ofCampaignsWith(inspector.bureau(), inspector.inspectorId()).stream()
                .collect(Collectors.groupingBy(work -> work.assessmentId().campaignId()));
    }

    private Workloads counted(CampaignId campaign, List<WorkRecord> works, long shown) {
        return Workloads.of(campaign, campaigns.require(campaign, shown).zone(), works);
    }

    private static @Nullable PersonName name(Inspector inspector, ReadScope scope) {
        return scope.showsPersons() ? inspector.name() : null;
    }
}
