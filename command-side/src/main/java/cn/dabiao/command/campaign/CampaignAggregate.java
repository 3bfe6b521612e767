package cn.dabiao.command.campaign;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;
import java.util.List;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

import cn.dabiao.command.campaign.CampaignCommand.ChangeLeadingGroup;
import cn.dabiao.command.campaign.CampaignCommand.CloseCampaign;
import cn.dabiao.command.campaign.CampaignCommand.EraseCampaignPerson;
import cn.dabiao.command.campaign.CampaignCommand.ExtendPlanDeadline;
import cn.dabiao.command.campaign.CampaignCommand.PublishGrades;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignClosed;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignPersonErased;
import cn.dabiao.domain.campaign.CampaignEvent.GradesPublished;
import cn.dabiao.domain.campaign.CampaignEvent.LeadingGroupChanged;
import cn.dabiao.domain.campaign.CampaignEvent.PlanDeadlineExtended;
import cn.dabiao.domain.campaign.CampaignEvent.PlansOverdue;
import cn.dabiao.domain.campaign.ClosingPolicy;
import cn.dabiao.domain.campaign.OverduePlansPolicy;
import cn.dabiao.domain.campaign.PublicationPolicy;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.ledger.StreamId;

/** A campaign. The answer to a change is the campaign that it made. */
@AggregateRoot(type = StreamId.CAMPAIGN)
public final class CampaignAggregate {

    private @Nullable Campaign campaign;

    CampaignAggregate() {}

    /** Null until the first event has been applied: Axon asks before that, too. */
    @AggregateIdentifier
    @Nullable String streamId() {
        return campaign == null ? null : StreamId.of(campaign.campaignId()).value();
    }

    @CommandHandler
    CampaignAggregate(OpenCampaign command) {
        apply(new CampaignOpened(
                command.campaignId(),
                command.bureau(),
                command.name(),
                command.standard().standardId(),
                command.planDeadline(),
                command.appealWindowDays(),
                command.zone(),
                command.annualWeight(),
                command.leadingGroup(),
                command.request().at()));
    }

    @CommandHandler
    Campaign handle(ChangeLeadingGroup command) {
        Campaign before = decide(command);
        if (command.leadingGroup().equals(before.leadingGroup())) {
            throw new Refusal.LeadingGroupUnchanged(before.campaignId()).asException();
        }
        return recorded(new LeadingGroupChanged(
                command.campaignId(),
                before.leadingGroup(),
                command.leadingGroup(),
                command.reason(),
                command.request().at()));
    }

    @CommandHandler
    Campaign handle(ExtendPlanDeadline command) {
        Campaign before = decide(command);
        before.planDeadline().requireLater(command.planDeadline());
        return recorded(new PlanDeadlineExtended(
                command.campaignId(),
                before.planDeadline().date(),
                command.planDeadline(),
                command.reason(),
                command.request().at()));
    }

    @CommandHandler
    Campaign handle(CloseCampaign command) {
        decide(command);
        ClosingPolicy.require(command.open(), command.force(), command.reason());
        return recorded(new CampaignClosed(
                command.campaignId(), command.reason(), command.open(), command.request().at()));
    }

    /** Also after the campaign is closed: appeals outlive it, and the last of them may change what was published. */
    @CommandHandler
    Campaign handle(PublishGrades command) {
        Campaign before = seen(command);
        PublicationPolicy.require(before.campaignId(), command.graded());
        return recorded(new GradesPublished(
                command.campaignId(),
                before.lastPublication() + 1,
                PublicationPolicy.ranked(command.graded()),
                command.note(),
                command.request().at()));
    }

    @CommandHandler
    Campaign handle(EraseCampaignPerson command) {
        own(command);
        return recorded(new CampaignPersonErased(
                command.campaignId(), command.personId(), command.reason(), command.request().at()));
    }

    @CommandHandler
    void handle(RecordOverduePlans command) {
        Campaign before = opened();
        Instant at = command.request().at();
        if (OverduePlansPolicy.isDue(before, command.withoutPlan(), at)) {
            apply(new PlansOverdue(command.campaignId(), before.planDeadline().date(), command.withoutPlan(), at));
        }
    }

    @EventSourcingHandler
    void on(CampaignEvent event) {
        campaign = Campaign.evolve(campaign, event);
    }

    /** The campaign when it can be changed now; first of all what {@link #seen} asks. */
    private Campaign decide(CampaignCommand command) {
        Campaign before = seen(command);
        if (before.closedAt() != null) {
            throw new Refusal.CampaignIsClosed(before.campaignId(), before.closedAt()).asException();
        }
        return before;
    }

    /** First whether it is the caller's at all, then whether they saw the latest. */
    private Campaign seen(CampaignCommand command) {
        Campaign before = own(command);
        command.request().precondition().requireOneOf(List.of(before.tag()));
        return before;
    }

    private Campaign own(CampaignCommand command) {
        Campaign before = opened();
        if (!command.request().actor().belongsTo(before.bureau())) {
            throw new Refusal.AnotherBureau(Thing.CAMPAIGN, before.campaignId().value()).asException();
        }
        return before;
    }

    private Campaign recorded(CampaignEvent event) {
        apply(event);
        return requireNonNull(campaign, "an applied event makes a state");
    }

    private Campaign opened() {
        return requireNonNull(campaign, "a command that does not open a campaign loads one");
    }
}
