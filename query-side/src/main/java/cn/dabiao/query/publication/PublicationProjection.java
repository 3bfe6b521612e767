package cn.dabiao.query.publication;

import java.util.List;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignClosed;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignPersonErased;
import cn.dabiao.domain.campaign.CampaignEvent.GradesPublished;
import cn.dabiao.domain.campaign.CampaignEvent.LeadingGroupChanged;
import cn.dabiao.domain.campaign.CampaignEvent.PlanDeadlineExtended;
import cn.dabiao.domain.campaign.CampaignEvent.PlansOverdue;
import cn.dabiao.query.Groups;
import cn.dabiao.query.projecting.Batches;
import cn.dabiao.query.projecting.EventPosition;
import cn.dabiao.query.projecting.Projection;

/**
 * Writes {@code view.publication} and {@code view.published_grade}. In the ranking's group: a ranking is answered from
 * both, at one position.
 */
@ProcessingGroup(Groups.RANKING)
public final class PublicationProjection implements Projection {

    private final PublicationTable table;
    private final Batches<Publication> rows;

    public PublicationProjection(JdbcClient jdbc) {
        this.table = new PublicationTable(jdbc);
        this.rows = Batches.written("publication", table::save);
    }

    @Override
    public List<String> tables() {
        return List.of("publication", "published_grade");
    }

    @EventHandler
    void on(CampaignEvent event, DomainEventMessage<?> message) {
        switch (event) {
            case GradesPublished it -> rows.put(
                    it.campaignId() + "/" + it.publicationNo(), new Publication(it, EventPosition.of(message)));
            case CampaignOpened _, LeadingGroupChanged _, PlanDeadlineExtended _, PlansOverdue _, CampaignClosed _,
                    CampaignPersonErased _ -> {
                // Nothing is made public by these.
            }
        }
    }

    @ResetHandler
    void reset() {
        table.clear();
    }
}
