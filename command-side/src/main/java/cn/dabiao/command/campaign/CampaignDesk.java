package cn.dabiao.command.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.stereotype.Component;

import cn.dabiao.api.campaign.CampaignWritten;
import cn.dabiao.api.campaign.ClosingRequest;
import cn.dabiao.api.campaign.DeadlineRequest;
import cn.dabiao.api.campaign.LeadingGroupRequest;
import cn.dabiao.api.campaign.PublicationRequest;
import cn.dabiao.api.campaign.PublicationWritten;
import cn.dabiao.api.problem.ForbiddenException;
import cn.dabiao.command.Commands;
import cn.dabiao.command.Erasures;
import cn.dabiao.command.Recorded;
import cn.dabiao.command.References;
import cn.dabiao.command.Request;
import cn.dabiao.command.campaign.CampaignCommand.ChangeLeadingGroup;
import cn.dabiao.command.campaign.CampaignCommand.CloseCampaign;
import cn.dabiao.command.campaign.CampaignCommand.EraseCampaignPerson;
import cn.dabiao.command.campaign.CampaignCommand.ExtendPlanDeadline;
import cn.dabiao.command.campaign.CampaignCommand.PublishGrades;
import cn.dabiao.domain.assessment.GradesToPublish;
import cn.dabiao.domain.assessment.OpenEnds;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.GradedSchool;
import cn.dabiao.domain.campaign.OpenAssessment;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.person.Owner;
import cn.dabiao.person.Persons;

/** Puts together what each change of a campaign brings along, and has it written. */
@Component
class CampaignDesk {

    private final Commands commands;
    private final References references;
    private final Persons persons;
    private final Erasures erasures;

    CampaignDesk(Commands commands, References references, Persons persons, Erasures erasures) {
        this.commands = commands;
        this.references = references;
        this.persons = persons;
        this.erasures = erasures;
    }

    CampaignWritten changeLeadingGroup(CampaignId id, LeadingGroupRequest body, Request request) {
        List<GroupMember> group = persons.sealGroup(Owner.of(id), body.leadingGroup());
        return write(new ChangeLeadingGroup(id, group, body.reason(), request));
    }

    CampaignWritten erase(CampaignId id, PersonName name, Reason reason, Request request) {
        // So that nobody learns who is in another bureau's group.
        references.campaign(id, request.actor());
        return erasures.erase(
                Owner.of(id), name, person -> write(new EraseCampaignPerson(id, person, reason, request)));
    }

    CampaignWritten extendDeadline(CampaignId id, DeadlineRequest body, Request request) {
        return write(new ExtendPlanDeadline(id, body.planDeadline(), body.reason(), request));
    }

    /** An assessment that is begun while this is decided is not in the list: the campaign's end stops it all the same. */
    CampaignWritten close(CampaignId id, ClosingRequest body, Request request) {
        // So that nobody has another bureau's assessments read, or those of a campaign that is over already.
        Campaign campaign = references.campaign(id, request.actor());
        List<OpenAssessment> open = campaign.isClosed() ? List.of() : open(campaign, request.at());
        boolean force = Boolean.TRUE.equals(body.force());
        return write(new CloseCampaign(id, force, body.reason(), open, request));
    }

    /** A grade that changes while this is decided is in the next publication. */
    PublicationWritten publish(CampaignId id, PublicationRequest body, Request request) {
        // So that nobody has another bureau's assessments read.
        references.campaign(id, request.actor());
        Recorded<Campaign> recorded = record(new PublishGrades(id, graded(id), body.note(), request));
        Campaign campaign = recorded.answer();
        return new PublicationWritten(id, campaign.lastPublication(), campaign.version(), recorded.position());
    }

    private List<GradedSchool> graded(CampaignId id) {
        return references.assessments(id).values().stream()
                .flatMap(state -> GradesToPublish.of(state).stream())
                .toList();
    }

    private List<OpenAssessment> open(Campaign campaign, Instant at) {
        return references.assessments(campaign.campaignId()).values().stream()
                .flatMap(state -> OpenEnds.of(state, campaign, at).stream()
                        .map(why -> new OpenAssessment(state.assessmentId().schoolCode(), why)))
                .toList();
    }

    private CampaignWritten write(CampaignCommand command) {
        Recorded<Campaign> recorded = record(command);
        return new CampaignWritten(command.campaignId(), recorded.answer().version(), recorded.position());
    }

    private Recorded<Campaign> record(CampaignCommand command) {
        Actor actor = command.request().actor();
        Role role = actor.actingAs(command.roles()).orElseThrow(() -> forbidden(command, actor));
        try {
            return commands.send(command, Campaign.class, actor, role);
        } catch (AggregateNotFoundException e) {
            throw new Refusal.NotFound(Thing.CAMPAIGN, command.campaignId().value()).asException();
        }
    }

    private static ForbiddenException forbidden(CampaignCommand command, Actor actor) {
        return new ForbiddenException(Map.of(
                "permitted", command.roles().stream().sorted().toList(),
                "roles", actor.roles().stream().sorted().toList()));
    }
}
