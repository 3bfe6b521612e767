package cn.dabiao.query.register.school;

import java.util.List;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.query.Groups;
import cn.dabiao.query.projecting.Batches;
import cn.dabiao.query.projecting.EventPosition;
import cn.dabiao.query.projecting.Projection;
import cn.dabiao.query.projecting.Streams;

/** Writes {@code view.school} and {@code view.school_count}. */
@ProcessingGroup(Groups.REGISTER)
public final class SchoolProjection implements Projection {

    private final SchoolTable table;
    private final Batches<SchoolRow> rows;

    public SchoolProjection(JdbcClient jdbc) {
        this.table = new SchoolTable(jdbc);
        this.rows = new Batches<>("school", Streams.idOf(StreamId.SCHOOL), table::load, table::save);
    }

    @Override
    public List<String> tables() {
        return List.of("school", "school_count");
    }

    @EventHandler
    void on(SchoolEvent event, DomainEventMessage<?> message) {
        Batches.fold(
                rows,
                event.schoolCode().value(),
                message,
                before -> SchoolRow.after(before, event, EventPosition.of(message)));
    }

    @ResetHandler
    void reset() {
        table.clear();
    }
}
