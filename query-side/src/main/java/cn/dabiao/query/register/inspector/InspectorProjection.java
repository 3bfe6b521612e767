package cn.dabiao.query.register.inspector;

import java.util.List;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.query.Groups;
import cn.dabiao.query.projecting.Batches;
import cn.dabiao.query.projecting.EventPosition;
import cn.dabiao.query.projecting.Projection;
import cn.dabiao.query.projecting.Streams;

/** Writes {@code view.inspector}. */
@ProcessingGroup(Groups.REGISTER)
public final class InspectorProjection implements Projection {

    private static final String STREAMS = StreamId.INSPECTOR;

    private final InspectorTable table;
    private final Batches<InspectorRow> rows;

    public InspectorProjection(JdbcClient jdbc) {
        this.table = new InspectorTable(jdbc);
        this.rows = new Batches<>("inspector", Streams.idOf(STREAMS), table::load, table::save);
    }

    @Override
    public List<String> tables() {
        return List.of("inspector");
    }

    @EventHandler
    void on(InspectorEvent event, DomainEventMessage<?> message) {
        String key = Streams.idOf(STREAMS).apply(message.getAggregateIdentifier()).orElseThrow();
        Batches.fold(rows, key, message, before -> InspectorRow.after(before, event, EventPosition.of(message)));
    }

    @ResetHandler
    void reset() {
        table.clear();
    }
}
