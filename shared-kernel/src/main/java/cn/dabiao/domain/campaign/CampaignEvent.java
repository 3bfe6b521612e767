package cn.dabiao.domain.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.people.PersonId;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Title;

/** The story of a campaign. */
public sealed interface CampaignEvent {

    CampaignId campaignId();

    /** When it happened. */
    Instant at();

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

        @Override
        public Instant at() {
            return openedAt;
        }
    }

    /** The leading group is another from now on; who was in it before stays on record (RULES.md §1). */
    record LeadingGroupChanged(
            CampaignId campaignId,
            List<GroupMember> before,
            List<GroupMember> leadingGroup,
            Reason reason,
            Instant at)
            implements CampaignEvent {

        public LeadingGroupChanged {
            before = List.copyOf(before);
            leadingGroup = List.copyOf(leadingGroup);
        }
    }

    /** Plans are due later than they were; what came in before is judged by the deadline of its time. */
    record PlanDeadlineExtended(
            CampaignId campaignId, LocalDate before, LocalDate planDeadline, Reason reason, Instant at)
            implements CampaignEvent {}

    /** @param schools those in the bureau's register that had filed no plan when the deadline had passed */
    record PlansOverdue(CampaignId campaignId, LocalDate deadline, List<SchoolCode> schools, Instant at)
            implements CampaignEvent {

        public PlansOverdue {
            schools = List.copyOf(schools);
        }
    }

    /**
     * The bureau made the grades public (公示): frozen as they stood, also after the campaign is closed.
     *
     * @param publicationNo 1 for the campaign's first; a later one stands beside the earlier
     */
    record GradesPublished(
            CampaignId campaignId,
            int publicationNo,
            List<PublishedGrade> grades,
            @Nullable Opinion note,
            Instant at)
            implements CampaignEvent {

        public GradesPublished {
            grades = List.copyOf(grades);
        }
    }

    /**
     * The campaign is over: nothing of it is written any more but publications, for appeals outlive it and with them
     * grades may change.
     *
     * @param reason why it was closed over open assessments; may be absent when there were none
     * @param open   the assessments that were not over
     */
    record CampaignClosed(CampaignId campaignId, @Nullable Reason reason, List<OpenAssessment> open, Instant at)
            implements CampaignEvent {

        public CampaignClosed {
            open = List.copyOf(open);
        }
    }

    /** Somebody named in the campaign's affairs was erased: the name cannot be read any more, in these and all earlier events. */
    record CampaignPersonErased(CampaignId campaignId, PersonId personId, Reason reason, Instant at)
            implements CampaignEvent {}
}
