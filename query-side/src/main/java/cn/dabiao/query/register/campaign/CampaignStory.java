package cn.dabiao.query.register.campaign;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignClosed;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignPersonErased;
import cn.dabiao.domain.campaign.CampaignEvent.GradesPublished;
import cn.dabiao.domain.campaign.CampaignEvent.LeadingGroupChanged;
import cn.dabiao.domain.campaign.CampaignEvent.PlanDeadlineExtended;
import cn.dabiao.domain.campaign.CampaignEvent.PlansOverdue;
import cn.dabiao.domain.value.Reason;

/** What a campaign was before it became what it is, as far as it is shown with it; no decision needs it. */
record CampaignStory(
        List<LeadingGroupChanged> leadingGroupChanges,
        List<PlanDeadlineExtended> extensions,
        @Nullable Reason closingReason) {

    static final CampaignStory NONE = new CampaignStory(List.of(), List.of(), null);

    CampaignStory after(CampaignEvent event) {
        return switch (event) {
            case LeadingGroupChanged changed ->
                    new CampaignStory(appended(leadingGroupChanges, changed), extensions, closingReason);
            case PlanDeadlineExtended extended ->
                    new CampaignStory(leadingGroupChanges, appended(extensions, extended), closingReason);
            case CampaignClosed closed -> new CampaignStory(leadingGroupChanges, extensions, closed.reason());
            case CampaignOpened _, PlansOverdue _, GradesPublished _, CampaignPersonErased _ -> this;
        };
    }

    private static <T> List<T> appended(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}
