package cn.dabiao.api.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.campaign.AppealDays;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.Weight;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Title;

/**
 * A campaign as it is, and what changed in it. To an analyst leading groups are empty, and why they changed is left out:
 * no names of persons.
 *
 * @param planDeadline    the date for plans as it is now
 * @param lastPublication the number of the last publication of grades; 0 before the first
 * @param closedAt        when it was closed; null while it is open
 * @param closingReason   why, where that was said
 */
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
        List<LeadingGroupChange> leadingGroupChanges,
        List<DeadlineExtension> deadlineExtensions,
        int lastPublication,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Reason closingReason,
        long version,
        long position) {

    /** A change of the leading group: who was in it, and who was from then on. */
    public record LeadingGroupChange(
            List<GroupMember> before, List<GroupMember> leadingGroup, @Nullable Reason reason, Instant at) {}

    /** That the date for plans was put off. */
    public record DeadlineExtension(LocalDate before, LocalDate planDeadline, Reason reason, Instant at) {}
}
