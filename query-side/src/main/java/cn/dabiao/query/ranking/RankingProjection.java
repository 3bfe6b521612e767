package cn.dabiao.query.ranking;

import java.util.List;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.evidence.EvidenceEvent;
import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.standard.StandardEvent;
import cn.dabiao.query.Groups;
import cn.dabiao.query.projecting.Batches;
import cn.dabiao.query.projecting.EventPosition;
import cn.dabiao.query.projecting.Projection;
import cn.dabiao.query.projecting.Streams;

/** Writes {@code view.ranking}. */
@ProcessingGroup(Groups.RANKING)
public final class RankingProjection implements Projection {

    private final RankingTable table;
    private final Batches<RankedRecord> rows;

    public RankingProjection(JdbcClient jdbc) {
        this.table = new RankingTable(jdbc);
        this.rows = new Batches<>("ranking", Streams::assessmentOf, table::load, table::save);
    }

    @Override
    public List<String> tables() {
        return List.of("ranking");
    }

    @EventHandler
    void on(AssessmentEvent event, DomainEventMessage<?> message) {
        String key = event.assessmentId().value();
        @Nullable RankedRecord before = rows.row(key).orElse(null);
        // An event that the row has already seen (a redelivery) changes nothing.
        if (before == null || before.version() <= message.getSequenceNumber()) {
            RankingFold.after(before, event, message.getSequenceNumber() + 1, EventPosition.of(message))
                    .ifPresent(after -> rows.put(key, after));
        }
    }

    /** Nothing to do, but handled: Axon stores the token of a batch at once only when something in it was. */
    @EventHandler
    void ignore(StandardEvent other) {}

    @EventHandler
    void ignore(CampaignEvent other) {}

    @EventHandler
    void ignore(InspectorEvent other) {}

    @EventHandler
    void ignore(SchoolEvent other) {}

    @EventHandler
    void ignore(EvidenceEvent other) {}

    @ResetHandler
    void reset() {
        table.clear();
    }
}
