package cn.dabiao.command.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

import cn.dabiao.command.Request;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.GradedSchool;
import cn.dabiao.domain.campaign.OpenAssessment;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.people.PersonId;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.ledger.StreamId;

/** What can be done with a campaign that is there. */
sealed interface CampaignCommand {

    CampaignId campaignId();

    Request request();

    /** The roles that may do it. */
    default Set<Role> roles() {
        return Set.of(Role.OFFICE, Role.LEADER);
    }

    /** The campaign's stream in the ledger. */
    @TargetAggregateIdentifier
    default String streamId() {
        return StreamId.of(campaignId()).value();
    }

    record ChangeLeadingGroup(CampaignId campaignId, List<GroupMember> leadingGroup, Reason reason, Request request)
            implements CampaignCommand {}

    /** Also after the campaign is closed: the right to be erased outlives it. */
    record EraseCampaignPerson(CampaignId campaignId, PersonId personId, Reason reason, Request request)
            implements CampaignCommand {}

    /** The dates are the office's day to day work. */
    record ExtendPlanDeadline(CampaignId campaignId, LocalDate planDeadline, Reason reason, Request request)
            implements CampaignCommand {

        @Override
        public Set<Role> roles() {
            return Set.of(Role.OFFICE);
        }
    }

    /** @param open the assessments that are not over, as the ledger had them when this was made */
    record CloseCampaign(
            CampaignId campaignId,
            boolean force,
            @Nullable Reason reason,
            List<OpenAssessment> open,
            Request request)
            implements CampaignCommand {}

    /** @param graded the schools with a grade, as the ledger had them when this was made */
    record PublishGrades(
            CampaignId campaignId, List<GradedSchool> graded, @Nullable Opinion note, Request request)
            implements CampaignCommand {

        @Override
        public Set<Role> roles() {
            return Set.of(Role.OFFICE);
        }
    }
}
