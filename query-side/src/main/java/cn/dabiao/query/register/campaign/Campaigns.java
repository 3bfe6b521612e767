package cn.dabiao.query.register.campaign;

import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.api.problem.NotYetVisible;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.query.reading.ReadScope;

/** The campaigns by whose dates other slices judge, as they are at the register's position. */
public final class Campaigns {

    private final CampaignTable table;

    public Campaigns(JdbcClient jdbc) {
        this.table = new CampaignTable(jdbc);
    }

    /** The campaign that a caller asks for; refuses one that is not there, or another bureau's. */
    public Campaign asked(CampaignId id, ReadScope scope) {
        Campaign campaign = table.find(id)
                .map(CampaignRow::campaign)
                .orElseThrow(() -> new Refusal.NotFound(Thing.CAMPAIGN, id.value()).asException());
        scope.requireBureau(campaign.bureau(), Thing.CAMPAIGN, id.value());
        return campaign;
    }

    /**
     * The campaign of rows that are shown at {@code shown}.
     *
     * @throws NotYetVisible when the register is behind those rows and has not come to its opening yet
     */
    public Campaign require(CampaignId id, long shown) {
        return table.find(id).map(CampaignRow::campaign).orElseThrow(() -> new NotYetVisible(shown + 1, shown));
    }
}
