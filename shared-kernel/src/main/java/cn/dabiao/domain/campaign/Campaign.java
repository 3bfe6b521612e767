package cn.dabiao.domain.campaign;

import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Title;

/** A campaign as its events have made it. */
public record Campaign(
        CampaignId campaignId,
        BureauCode bureau,
        Title name,
        StandardId standardId,
        PlanDeadline planDeadline,
        AppealDays appealWindowDays,
        Weight annualWeight,
        List<GroupMember> leadingGroup) {

    public static Campaign evolve(@Nullable Campaign before, CampaignEvent event) {
        return switch (event) {
            case CampaignEvent.CampaignOpened opened -> new Campaign(
                    opened.campaignId(),
                    opened.bureau(),
                    opened.name(),
                    opened.standardId(),
                    new PlanDeadline(opened.planDeadline(), opened.zone()),
                    opened.appealWindowDays(),
                    opened.annualWeight(),
                    opened.leadingGroup());
        };
    }

    public ZoneId zone() {
        return planDeadline.zone();
    }
}
