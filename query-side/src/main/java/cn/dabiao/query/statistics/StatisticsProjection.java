package cn.dabiao.query.statistics;

import java.util.List;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.evidence.EvidenceEvent;
import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.standard.StandardEvent;
import cn.dabiao.query.Groups;
import cn.dabiao.query.assessment.AssessmentRecord;
import cn.dabiao.query.assessment.SchoolCopies;
import cn.dabiao.query.projecting.Batches;
import cn.dabiao.query.projecting.Projection;
import cn.dabiao.query.projecting.Streams;

/** Writes {@code view.statistics}, and the copy of the register that it needs for it. */
@ProcessingGroup(Groups.STATISTICS)
public final class StatisticsProjection implements Projection {

    private final StatisticsTable table;
    private final SchoolCopies schools;
    private final Batches<AssessmentRecord> rows;

    public StatisticsProjection(JdbcClient jdbc) {
        this.table = new StatisticsTable(jdbc);
        this.schools = new SchoolCopies(jdbc, "statistics_school");
        this.rows = new Batches<>("statistics", Streams::assessmentOf, table::load, table::save);
    }

    @Override
    public List<String> tables() {
        return List.of("statistics", "statistics_school");
    }

    @EventHandler
    void on(SchoolEvent event, DomainEventMessage<?> message) {
        schools.fold(event, message);
    }

    @EventHandler
    void on(AssessmentEvent event, DomainEventMessage<?> message) {
        Batches.fold(
                rows, event.assessmentId().value(), message, before -> Slim.of(schools.after(before, event, message)));
    }

    /** Nothing to do, but handled: Axon stores the token of a batch at once only when something in it was. */
    @EventHandler
    void ignore(StandardEvent other) {}

    @EventHandler
    void ignore(CampaignEvent other) {}

    @EventHandler
    void ignore(InspectorEvent other) {}

    @EventHandler
    void ignore(EvidenceEvent other) {}

    @ResetHandler
    void reset() {
        table.clear();
        schools.clear();
    }
}
