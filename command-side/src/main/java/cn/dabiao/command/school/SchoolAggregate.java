package cn.dabiao.command.school;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.ledger.StreamId;

/** A school in the register. */
@AggregateRoot(type = StreamId.SCHOOL)
public final class SchoolAggregate {

    private @Nullable SchoolCode schoolCode;

    SchoolAggregate() {}

    /** Null until the first event has been applied: Axon asks before that, too. */
    @AggregateIdentifier
    @Nullable String streamId() {
        return schoolCode == null ? null : StreamId.of(schoolCode).value();
    }

    @CommandHandler
    SchoolAggregate(RegisterSchool command) {
        apply(new SchoolRegistered(
                command.schoolCode(), command.bureau(), command.facts(), command.request().at()));
    }

    @EventSourcingHandler
    void on(SchoolEvent event) {
        schoolCode = event.schoolCode();
    }
}
