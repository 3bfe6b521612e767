package cn.dabiao.query.evidence;

import java.util.List;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.evidence.EvidenceEvent;
import cn.dabiao.domain.evidence.EvidenceEvent.EvidenceStored;
import cn.dabiao.domain.people.Role;
import cn.dabiao.query.Groups;
import cn.dabiao.query.projecting.Batches;
import cn.dabiao.query.projecting.EventMetadata;
import cn.dabiao.query.projecting.EventPosition;
import cn.dabiao.query.projecting.Projection;

/** Writes {@code view.evidence}; in the group of the assessments, which say who may read it. */
@ProcessingGroup(Groups.ASSESSMENT)
public final class EvidenceProjection implements Projection {

    private final EvidenceTable table;
    private final Batches<EvidenceRow> rows;

    public EvidenceProjection(JdbcClient jdbc) {
        this.table = new EvidenceTable(jdbc);
        this.rows = Batches.written("evidence", table::save);
    }

    @Override
    public List<String> tables() {
        return List.of("evidence");
    }

    @EventHandler
    void on(EvidenceEvent event, DomainEventMessage<?> message) {
        switch (event) {
            case EvidenceStored stored -> rows.put(message.getAggregateIdentifier(), new EvidenceRow(
                    stored,
                    EventMetadata.of(message, EventMetadata.ROLE).map(Role::valueOf).orElse(null),
                    EventPosition.of(message)));
        }
    }

    @ResetHandler
    void reset() {
        table.clear();
    }
}
