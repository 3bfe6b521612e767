package cn.dabiao.api.campaign;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.campaign.AppealDays;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.Weight;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.Title;

/**
 * A campaign to open.
 *
 * @param planDeadline     the last day on which a plan is in time
 * @param appealWindowDays 15 unless given
 * @param zone             {@code Asia/Shanghai} unless given
 */
public record CampaignRequest(
        CampaignId campaignId,
        Title name,
        StandardId standardId,
        LocalDate planDeadline,
        @Nullable AppealDays appealWindowDays,
        @Nullable ZoneId zone,
        Weight annualWeight,
        @Size(min = 1, max = 50) List<GroupMember> leadingGroup) {}
