package cn.dabiao.query.register.campaign;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.campaign.CampaignView;
import cn.dabiao.api.campaign.CampaignView.DeadlineExtension;
import cn.dabiao.api.campaign.CampaignView.LeadingGroupChange;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.campaign.CampaignEvent.LeadingGroupChanged;
import cn.dabiao.domain.campaign.CampaignEvent.PlanDeadlineExtended;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.query.projecting.Folded;
import cn.dabiao.query.reading.ReadScope;

/** @param story what the campaign was before */
record CampaignRow(Campaign campaign, CampaignStory story, Instant openedAt, long version, long position)
        implements Folded {

    static CampaignRow after(@Nullable CampaignRow before, CampaignEvent event, long position) {
        Campaign campaign = Campaign.evolve(before == null ? null : before.campaign(), event);
        Instant openedAt = before == null ? event.at() : before.openedAt();
        CampaignStory story = (before == null ? CampaignStory.NONE : before.story()).after(event);
        return new CampaignRow(campaign, story, openedAt, campaign.version(), position);
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
                shown(campaign.leadingGroup(), scope),
                story.leadingGroupChanges().stream().map(it -> shown(it, scope)).toList(),
                story.extensions().stream().map(CampaignRow::shown).toList(),
                campaign.lastPublication(),
                openedAt,
                campaign.closedAt(),
                story.closingReason(),
                version,
                shown);
    }

    private static List<GroupMember> shown(List<GroupMember> group, ReadScope scope) {
        return scope.showsPersons() ? group : List.of();
    }

    private static LeadingGroupChange shown(LeadingGroupChanged it, ReadScope scope) {
        return new LeadingGroupChange(
                shown(it.before(), scope),
                shown(it.leadingGroup(), scope),
                scope.showsPersons() ? it.reason() : null,
                it.at());
    }

    private static DeadlineExtension shown(PlanDeadlineExtended it) {
        return new DeadlineExtension(it.before(), it.planDeadline(), it.reason(), it.at());
    }
}
