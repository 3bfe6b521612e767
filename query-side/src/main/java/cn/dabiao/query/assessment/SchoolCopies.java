package cn.dabiao.query.assessment;

import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.query.projecting.Batches;
import cn.dabiao.query.projecting.EventPosition;
import cn.dabiao.query.projecting.Streams;

/** A projection's own copy of the register, and its assessments, which begin with their school as it is registered then. */
public final class SchoolCopies {

    private final SchoolCopyTable table;
    private final Batches<SchoolCopy> schools;

    /** @param name the copy's table, of the schema {@code view} */
    public SchoolCopies(JdbcClient jdbc, String name) {
        this.table = new SchoolCopyTable(jdbc, "view." + name);
        this.schools = new Batches<>(name, Streams::schoolOf, table::load, table::save);
    }

    public void fold(SchoolEvent event, DomainEventMessage<?> message) {
        Batches.fold(
                schools,
                event.schoolCode().value(),
                message,
                before -> SchoolCopy.after(before, event, message.getSequenceNumber() + 1));
    }

    /** The assessment after this event; {@code before} is null for its first. */
    public AssessmentRecord after(
            @Nullable AssessmentRecord before, AssessmentEvent event, DomainEventMessage<?> message) {
        long position = EventPosition.of(message);
        return before == null
                ? AssessmentRecord.begun(register(event), event, position)
                : before.after(event, message.getSequenceNumber(), position);
    }

    public void clear() {
        table.clear();
    }

    private SchoolFacts register(AssessmentEvent event) {
        String school = event.assessmentId().schoolCode().value();
        return schools.row(school)
                .orElseThrow(() -> new IllegalStateException("no school " + school + " is registered"))
                .school()
                .facts();
    }
}
