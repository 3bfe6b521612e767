package cn.dabiao.query.register.campaign;

import java.util.List;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.query.Groups;
import cn.dabiao.query.projecting.Batches;
import cn.dabiao.query.projecting.EventPosition;
import cn.dabiao.query.projecting.Projection;
import cn.dabiao.query.projecting.Streams;

/** Writes {@code view.campaign}. */
@ProcessingGroup(Groups.REGISTER)
public final class CampaignProjection implements Projection {

    private final CampaignTable table;
    private final Batches<CampaignRow> rows;

    public CampaignProjection(JdbcClient jdbc) {
        this.table = new CampaignTable(jdbc);
        this.rows = new Batches<>("campaign", Streams.idOf(StreamId.CAMPAIGN), table::load, table::save);
    }

    @Override
    public List<String> tables() {
        return List.of("campaign");
    }

    @EventHandler
    void on(CampaignEvent event, DomainEventMessage<?> message) {
        Batches.fold(
                rows,
                event.campaignId().value(),
                message,
                before -> CampaignRow.after(before, event, EventPosition.of(message)));
    }

    @ResetHandler
    void reset() {
        table.clear();
    }
}
