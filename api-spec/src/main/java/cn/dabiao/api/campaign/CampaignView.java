package cn.dabiao.api.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import cn.dabiao.domain.campaign.AppealDays;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.Weight;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Title;

/** A campaign as it is. To an analyst the leading group is empty: no names of persons. */
public record CampaignView(
        CampaignId campaignId,
        BureauCode bureau,
        Title name,
        StandardId standardId,
        LocalDate planDeadline,
        AppealDays appealWindowDays,
        ZoneId zone,
        Weight annualWeight,
        List<GroupMember> leadingGroup,
        Instant openedAt,
        long version,
        long position) {}
