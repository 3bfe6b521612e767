package cn.dabiao.domain.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Title;

/** The story of a campaign. */
public sealed interface CampaignEvent {

    CampaignId campaignId();

    /** @param leadingGroup the leading group (领导小组) as it was at the start */
    record CampaignOpened(
            CampaignId campaignId,
            BureauCode bureau,
            Title name,
            StandardId standardId,
            LocalDate planDeadline,
            AppealDays appealWindowDays,
            ZoneId zone,
            Weight annualWeight,
            List<GroupMember> leadingGroup,
            Instant openedAt)
            implements CampaignEvent {

        public CampaignOpened {
            leadingGroup = List.copyOf(leadingGroup);
        }
    }
}
