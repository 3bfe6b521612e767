package cn.dabiao.domain.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.campaign.CampaignEvent.CampaignClosed;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignPersonErased;
import cn.dabiao.domain.campaign.CampaignEvent.GradesPublished;
import cn.dabiao.domain.campaign.CampaignEvent.LeadingGroupChanged;
import cn.dabiao.domain.campaign.CampaignEvent.PlanDeadlineExtended;
import cn.dabiao.domain.campaign.CampaignEvent.PlansOverdue;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Title;

/**
 * A campaign as its events have made it.
 *
 * @param version            how many events it is made of; the entity tag of the campaign
 * @param lastPublication    the number of the last publication of grades; 0 before the first
 * @param overdueRecordedFor the deadline for which the overdue plans were last recorded; null when none were
 */
public record Campaign(
        CampaignId campaignId,
        BureauCode bureau,
        long version,
        Title name,
        StandardId standardId,
        PlanDeadline planDeadline,
        AppealDays appealWindowDays,
        Weight annualWeight,
        List<GroupMember> leadingGroup,
        int lastPublication,
        @Nullable LocalDate overdueRecordedFor,
        @Nullable Instant closedAt) {

    public Campaign {
        leadingGroup = List.copyOf(leadingGroup);
    }

    /** The state after this event; {@code before} is null for the first event of the stream alone. */
    public static Campaign evolve(@Nullable Campaign before, CampaignEvent event) {
        if (before == null) {
            if (event instanceof CampaignOpened opened) {
                return opened(opened);
            }
            throw new IllegalStateException("a campaign begins with being opened, not with " + event);
        }
        return before.after(event).counted();
    }

    private Campaign after(CampaignEvent event) {
        return switch (event) {
            case CampaignOpened _ -> throw new IllegalStateException("a campaign is opened once: " + event);
            case LeadingGroupChanged changed -> withLeadingGroup(changed.leadingGroup());
            case PlanDeadlineExtended extended -> withPlanDeadline(extended.planDeadline());
            case PlansOverdue overdue -> withOverdueRecordedFor(overdue.deadline());
            case GradesPublished published -> withLastPublication(published.publicationNo());
            case CampaignClosed closed -> withClosedAt(closed.at());
            case CampaignPersonErased _ -> this;
        };
    }

    private static Campaign opened(CampaignOpened opened) {
        return new Campaign(
                opened.campaignId(),
                opened.bureau(),
                1,
                opened.name(),
                opened.standardId(),
                new PlanDeadline(opened.planDeadline(), opened.zone()),
                opened.appealWindowDays(),
                opened.annualWeight(),
                opened.leadingGroup(),
                0,
                null,
                null);
    }

    /** The entity tag of the campaign. */
    public String tag() {
        return Long.toString(version);
    }

    public ZoneId zone() {
        return planDeadline.zone();
    }

    /** Whether nothing of this campaign is written any more, nor of its assessments, but for what outlives it. */
    public boolean isClosed() {
        return closedAt != null;
    }

    private Campaign counted() {
        return new Campaign(
                campaignId, bureau, version + 1, name, standardId, planDeadline, appealWindowDays, annualWeight,
                leadingGroup, lastPublication, overdueRecordedFor, closedAt);
    }

    private Campaign withLeadingGroup(List<GroupMember> next) {
        return new Campaign(
                campaignId, bureau, version, name, standardId, planDeadline, appealWindowDays, annualWeight,
                next, lastPublication, overdueRecordedFor, closedAt);
    }

    private Campaign withPlanDeadline(LocalDate next) {
        return new Campaign(
                campaignId, bureau, version, name, standardId, new PlanDeadline(next, zone()), appealWindowDays,
                annualWeight, leadingGroup, lastPublication, overdueRecordedFor, closedAt);
    }

    private Campaign withOverdueRecordedFor(LocalDate next) {
        return new Campaign(
                campaignId, bureau, version, name, standardId, planDeadline, appealWindowDays, annualWeight,
                leadingGroup, lastPublication, next, closedAt);
    }

    private Campaign withLastPublication(int next) {
        return new Campaign(
                campaignId, bureau, version, name, standardId, planDeadline, appealWindowDays, annualWeight,
                leadingGroup, next, overdueRecordedFor, closedAt);
    }

    private Campaign withClosedAt(Instant next) {
        return new Campaign(
                campaignId, bureau, version, name, standardId, planDeadline, appealWindowDays, annualWeight,
                leadingGroup, lastPublication, overdueRecordedFor, next);
    }
}
