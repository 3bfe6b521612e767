package cn.dabiao.command.campaign;

import java.util.List;

import org.axonframework.modelling.command.TargetAggregateIdentifier;

import cn.dabiao.command.Request;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.ledger.StreamId;

/**
 * Record who has filed no plan in time, if that is due and not recorded yet; else it does nothing.
 *
 * @param withoutPlan the schools in the register that have filed none by now
 */
record RecordOverduePlans(CampaignId campaignId, List<SchoolCode> withoutPlan, Request request) {

    RecordOverduePlans {
        withoutPlan = List.copyOf(withoutPlan);
    }

    /** The campaign's stream in the ledger. */
    @TargetAggregateIdentifier
    String streamId() {
        return StreamId.of(campaignId).value();
    }
}
