package cn.dabiao.query.register.standard;

import java.util.List;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.evidence.EvidenceEvent;
import cn.dabiao.domain.standard.StandardEvent;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.query.Groups;
import cn.dabiao.query.projecting.Batches;
import cn.dabiao.query.projecting.EventPosition;
import cn.dabiao.query.projecting.Projection;
import cn.dabiao.query.projecting.Streams;

/** Writes {@code view.standard}. */
@ProcessingGroup(Groups.REGISTER)
public final class StandardProjection implements Projection {

    private final StandardTable table;
    private final Batches<StandardRow> rows;

    public StandardProjection(JdbcClient jdbc) {
        this.table = new StandardTable(jdbc);
        this.rows = new Batches<>("standard", Streams.idOf(StreamId.STANDARD), table::load, table::save);
    }

    @Override
    public List<String> tables() {
        return List.of("standard");
    }

    @EventHandler
    void on(StandardEvent event, DomainEventMessage<?> message) {
        Batches.fold(rows, event.standardId().value(), message, _ -> StandardRow.after(event, EventPosition.of(message)));
    }

    /** Nothing to do, but handled: Axon stores the token of a batch at once only when something in it was. */
    @EventHandler
    void ignore(AssessmentEvent other) {}

    @EventHandler
    void ignore(EvidenceEvent other) {}

    @ResetHandler
    void reset() {
        table.clear();
    }
}
