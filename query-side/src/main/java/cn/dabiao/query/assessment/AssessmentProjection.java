package cn.dabiao.query.assessment;

import java.util.List;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.standard.StandardEvent;
import cn.dabiao.query.Groups;
import cn.dabiao.query.projecting.Batches;
import cn.dabiao.query.projecting.Projection;
import cn.dabiao.query.projecting.Streams;

/** Writes {@code view.assessment}, and the copy of the register that it needs for it. */
@ProcessingGroup(Groups.ASSESSMENT)
public final class AssessmentProjection implements Projection {

    private final AssessmentTable table;
    private final SchoolCopies schools;
    private final Batches<AssessmentRecord> rows;

    public AssessmentProjection(JdbcClient jdbc) {
        this.table = new AssessmentTable(jdbc);
        this.schools = new SchoolCopies(jdbc, "assessment_school");
        this.rows = new Batches<>("assessment", Streams::assessmentOf, table::load, table::save);
    }

    @Override
    public List<String> tables() {
        return List.of("assessment", "assessment_school");
    }

    @EventHandler
    void on(SchoolEvent event, DomainEventMessage<?> message) {
        schools.fold(event, message);
    }

    @EventHandler
    void on(AssessmentEvent event, DomainEventMessage<?> message) {
        Batches.fold(rows, event.assessmentId().value(), message, before -> schools.after(before, event, message));
    }

    /** Nothing to do, but handled: Axon stores the token of a batch at once only when something in it was. */
    @EventHandler
    void ignore(StandardEvent other) {}

    @EventHandler
    void ignore(CampaignEvent other) {}

    @EventHandler
    void ignore(InspectorEvent other) {}

    @ResetHandler
    void reset() {
        table.clear();
        schools.clear();
    }
}
