package cn.dabiao.query.ranking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.api.Page;
import cn.dabiao.api.campaign.RankingRow;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.ledger.StreamedEvent;
import cn.dabiao.query.reading.ReadScope;

/**
 * The ranking of a campaign as it was after a position of the ledger: its rows are folded from the ledger itself, by the
 * projection's own fold, and ranked by the statement that ranks the rows as they are. One query for all the events, of
 * the few kinds that show, however many schools.
 *
 * <p>It reads the ledger on a connection of its own: not to be asked within a read's snapshot, which holds one.
 */
public final class PastRankings {

    /** Who has been graded once stays so: nobody was then who is not now. */
    private static final String GRADED =
            """
            SELECT assessment_id
              FROM view.ranking
             WHERE campaign_id = :campaign
               AND bureau      = :bureau
               AND grade IS NOT NULL
            """;

    private final JdbcClient jdbc;
    private final LedgerReader ledger;
    private final Rankings rankings;

    public PastRankings(JdbcClient jdbc, LedgerReader ledger, Rankings rankings) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.rankings = rankings;
    }

    /** @param position the group {@code ranking} has to have reached it, for its rows say who was graded */
    public Page<RankingRow> page(Campaign campaign, RankingQuery query, ReadScope scope, long position) {
        requireOpened(campaign, position);
        RankingSource source = RankingSource.at(position, folded(campaign, position));
        return rankings.page(campaign, query, scope, source, position);
    }

    private void requireOpened(Campaign campaign, long position) {
        long opened = ledger.beginningOf(StreamId.of(campaign.campaignId())).orElse(Long.MAX_VALUE);
        if (opened > position) {
            new Refusal.NotFound(Thing.CAMPAIGN, campaign.campaignId().value()).raise();
        }
    }

    private List<RankedRecord> folded(Campaign campaign, long position) {
        List<StreamId> streams = jdbc.sql(GRADED)
                .param("campaign", campaign.campaignId().value())
                .param("bureau", campaign.bureau().value())
                .query((row, _) -> StreamId.of(new AssessmentId(row.getString("assessment_id"))))
                .list();
        Map<StreamId, RankedRecord> rows = new HashMap<>();
        ledger.eachUpTo(position, streams, AssessmentEvent.class, RankingFold.SHOWN, each -> fold(each, rows));
        return List.copyOf(rows.values());
    }

    private static void fold(StreamedEvent<AssessmentEvent> each, Map<StreamId, RankedRecord> rows) {
        RankingFold.after(rows.get(each.stream()), each.event(), each.sequence() + 1, each.position())
                .ifPresent(after -> rows.put(each.stream(), after));
    }
}
