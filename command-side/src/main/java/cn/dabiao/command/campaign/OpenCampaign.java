package cn.dabiao.command.campaign;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import cn.dabiao.command.Request;
import cn.dabiao.domain.campaign.AppealDays;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.Weight;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Title;

/** Open a campaign on a published standard. */
public record OpenCampaign(
        CampaignId campaignId,
        BureauCode bureau,
        Title name,
        Standard standard,
        LocalDate planDeadline,
        AppealDays appealWindowDays,
        ZoneId zone,
        Weight annualWeight,
        List<GroupMember> leadingGroup,
        Request request) {}
