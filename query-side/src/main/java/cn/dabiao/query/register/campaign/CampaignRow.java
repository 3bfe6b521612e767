package cn.dabiao.query.register.campaign;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.campaign.CampaignView;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.query.projecting.Folded;
import cn.dabiao.query.reading.ReadScope;

record CampaignRow(Campaign campaign, Instant openedAt, long version, long position) implements Folded {

    static CampaignRow after(@Nullable CampaignRow before, CampaignEvent event, long position) {
        Campaign campaign = Campaign.evolve(before == null ? null : before.campaign(), event);
        Instant openedAt = before == null ? event.at() : before.openedAt();
        return new CampaignRow(campaign, openedAt, campaign.version(), position);
    }

    String id() {
        return campaign.campaignId().value();
    }

    CampaignView shownAt(long shown, ReadScope scope) {
        return new CampaignView(
                campaign.campaignId(),
                campaign.bureau(),
                campaign.name(),
                campaign.standardId(),
                campaign.planDeadline().date(),
                campaign.appealWindowDays(),
                campaign.zone(),
                campaign.annualWeight(),
                scope.showsPersons() ? campaign.leadingGroup() : List.of(),
                openedAt,
                version,
                shown);
    }
}
