package cn.dabiao.query.workload;

import java.util.List;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.query.Groups;
import cn.dabiao.query.projecting.Batches;
import cn.dabiao.query.projecting.EventPosition;
import cn.dabiao.query.projecting.Projection;
import cn.dabiao.query.projecting.Streams;

/** Writes {@code view.workload}; in the group of the assessments, whose position it shares. */
@ProcessingGroup(Groups.ASSESSMENT)
public final class WorkloadProjection implements Projection {

    private final WorkloadTable table;
    private final Batches<WorkRecord> rows;

    public WorkloadProjection(JdbcClient jdbc) {
        this.table = new WorkloadTable(jdbc);
        this.rows = new Batches<>("workload", Streams::assessmentOf, table::load, table::save);
    }

    @Override
    public List<String> tables() {
        return List.of("workload");
    }

    @EventHandler
    void on(AssessmentEvent event, DomainEventMessage<?> message) {
        long sequence = message.getSequenceNumber();
        long position = EventPosition.of(message);
        Batches.fold(
                rows,
                event.assessmentId().value(),
                message,
                before -> before == null
                        ? WorkRecord.begun(event, sequence, position)
                        : before.after(event, sequence, position));
    }

    @ResetHandler
    void reset() {
        table.clear();
    }
}
