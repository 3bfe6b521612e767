package cn.dabiao.command.campaign;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.ledger.StreamId;

/** A campaign. */
@AggregateRoot(type = StreamId.CAMPAIGN)
public final class CampaignAggregate {

    private @Nullable CampaignId campaignId;

    CampaignAggregate() {}

    /** Null until the first event has been applied: Axon asks before that, too. */
    @AggregateIdentifier
    @Nullable String streamId() {
        return campaignId == null ? null : StreamId.of(campaignId).value();
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

    @EventSourcingHandler
    void on(CampaignEvent event) {
        campaignId = event.campaignId();
    }
}
