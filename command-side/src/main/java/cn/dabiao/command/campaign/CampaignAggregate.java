package cn.dabiao.command.campaign;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.Instant;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.CampaignEvent.PlansOverdue;
import cn.dabiao.domain.campaign.OverduePlansPolicy;
import cn.dabiao.ledger.StreamId;

/** A campaign. */
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
    void handle(RecordOverduePlans command) {
        Instant at = command.request().at();
        if (OverduePlansPolicy.isDue(opened(), command.withoutPlan(), at)) {
            apply(new PlansOverdue(
                    command.campaignId(), opened().planDeadline().date(), command.withoutPlan(), at));
        }
    }

    @EventSourcingHandler
    void on(CampaignEvent event) {
        campaign = Campaign.evolve(campaign, event);
    }

    private Campaign opened() {
        return requireNonNull(campaign, "a command that does not open a campaign loads one");
    }
}
