package cn.dabiao.query.register.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.Page;
import cn.dabiao.api.assessment.HistoryEntry;
import cn.dabiao.api.campaign.CampaignReads;
import cn.dabiao.api.campaign.CampaignView;
import cn.dabiao.api.campaign.OverdueRow;
import cn.dabiao.api.campaign.OverdueTask;
import cn.dabiao.api.campaign.RankingOrder;
import cn.dabiao.api.campaign.RankingRow;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.Groups;
import cn.dabiao.query.history.Histories;
import cn.dabiao.query.history.HistoryFilter;
import cn.dabiao.query.overdue.OverdueTasks;
import cn.dabiao.query.past.Moment;
import cn.dabiao.query.past.Moments;
import cn.dabiao.query.past.PastPage;
import cn.dabiao.query.ranking.PastRankings;
import cn.dabiao.query.ranking.RankingQuery;
import cn.dabiao.query.ranking.Rankings;
import cn.dabiao.query.reading.Listing;
import cn.dabiao.query.reading.ReadScope;
import cn.dabiao.query.reading.Reads;

@RestController
class CampaignReadController implements CampaignReads {

    private static final List<String> GROUPS = List.of(Groups.REGISTER);
    private static final List<String> HISTORY = List.of(Groups.HISTORY);
    private static final List<String> RANKING = List.of(Groups.RANKING, Groups.REGISTER);

    private static final List<String> OVERDUE = List.of(Groups.ASSESSMENT, Groups.REGISTER);

    private final Reads reads;
    private final CampaignTable table;
    private final Moments moments;
    private final Rankings rankings;
    private final PastRankings pastRankings;
    private final OverdueTasks overdueTasks;
    private final Histories histories;

    CampaignReadController(
            Reads reads,
            JdbcClient jdbc,
            Moments moments,
            Rankings rankings,
            PastRankings pastRankings,
            Histories histories,
            Clock clock) {
        this.reads = reads;
        this.table = new CampaignTable(jdbc);
        this.moments = moments;
        this.rankings = rankings;
        this.pastRankings = pastRankings;
        this.overdueTasks = new OverdueTasks(jdbc, clock);
        this.histories = histories;
    }

    @Override
    public ResponseEntity<Page<CampaignView>> list(int limit, @Nullable String cursor, Actor actor) {
        ReadScope scope = ReadScope.of(actor);
        Listing listing = Listing.of("campaigns");
        String after = listing.after(cursor, 1).map(List::getFirst).orElse(null);
        return reads.showing(GROUPS, shown -> {
            List<CampaignRow> rows = table.page(scope.bureau(), after, limit + 1);
            return Answers.shown(
                    shown,
                    listing.page(rows, limit, row -> List.of(row.id()), row -> row.shownAt(shown, scope), shown));
        });
    }

    @Override
    public ResponseEntity<CampaignView> get(CampaignId campaignId, Actor actor) {
        ReadScope scope = ReadScope.of(actor);
        return reads.showing(GROUPS, shown -> {
            CampaignRow row = found(campaignId, scope);
            return Answers.shown(Long.toString(row.version()), shown, row.shownAt(shown, scope));
        });
    }

    @Override
    public ResponseEntity<Page<RankingRow>> ranking(
            CampaignId campaignId,
            RankingOrder by,
            @Nullable Grade grade,
            @Nullable Township township,
            @Nullable SchoolKind kind,
            @Nullable Ownership ownership,
            @Nullable Instant asOf,
            @Nullable Long atPosition,
            int limit,
            @Nullable String cursor,
            Actor actor) {
        ReadScope scope = ReadScope.of(actor);
        Optional<PastPage> past = moments.page(Moment.of(asOf, atPosition), cursor);
        if (past.isPresent()) {
            PastPage then = past.get();
            long at = then.position();
            RankingQuery query = new RankingQuery(by, grade, township, kind, ownership, limit, then.cursor(), at);
            Campaign campaign = reads.showing(RANKING, at, _ -> found(campaignId, scope).campaign());
            return Answers.shown(at, then.held(pastRankings.page(campaign, query, scope, at)));
        }
        RankingQuery query = new RankingQuery(by, grade, township, kind, ownership, limit, cursor, null);
        return reads.showing(RANKING, shown -> Answers.shown(
                shown, rankings.page(found(campaignId, scope).campaign(), query, scope, shown)));
    }

    @Override
    public ResponseEntity<Page<OverdueRow>> overdue(
            CampaignId campaignId, @Nullable OverdueTask what, int limit, @Nullable String cursor, Actor actor) {
        ReadScope scope = ReadScope.of(actor);
        return reads.showing(OVERDUE, shown -> Answers.shown(
                shown, overdueTasks.page(found(campaignId, scope).campaign(), what, limit, cursor, scope, shown)));
    }

    @Override
    public ResponseEntity<Page<HistoryEntry>> history(
            CampaignId campaignId,
            @Nullable String types,
            @Nullable Instant from,
            @Nullable Instant to,
            int limit,
            @Nullable String cursor,
            Actor actor,
            Locale locale) {
        ReadScope scope = ReadScope.of(actor);
        HistoryFilter filter = HistoryFilter.ofCampaign(types, from, to);
        return reads.showing(HISTORY, shown -> Answers.shown(
                shown, histories.ofCampaign(campaignId, filter, limit, cursor, scope, locale, shown)));
    }

    private CampaignRow found(CampaignId id, ReadScope scope) {
        CampaignRow row = table.find(id)
                .orElseThrow(() -> new Refusal.NotFound(Thing.CAMPAIGN, id.value()).asException());
        scope.requireBureau(row.campaign().bureau(), Thing.CAMPAIGN, id.value());
        return row;
    }
}
