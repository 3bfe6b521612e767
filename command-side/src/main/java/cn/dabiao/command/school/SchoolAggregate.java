package cn.dabiao.command.school;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import java.util.List;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

import cn.dabiao.command.school.SchoolCommand.CloseSchool;
import cn.dabiao.command.school.SchoolCommand.EraseSchoolPerson;
import cn.dabiao.command.school.SchoolCommand.MergeSchool;
import cn.dabiao.command.school.SchoolCommand.UpdateSchool;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.School;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.school.SchoolEvent.SchoolClosed;
import cn.dabiao.domain.school.SchoolEvent.SchoolMerged;
import cn.dabiao.domain.school.SchoolEvent.SchoolPersonErased;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.domain.school.SchoolEvent.SchoolUpdated;
import cn.dabiao.ledger.StreamId;

/** A school in the register. Its handlers answer the stream's version: how many events it has then. */
@AggregateRoot(type = StreamId.SCHOOL)
public final class SchoolAggregate {

    private @Nullable School school;

    SchoolAggregate() {}

    /** Null until the first event has been applied: Axon asks before that, too. */
    @AggregateIdentifier
    @Nullable String streamId() {
        return school == null ? null : StreamId.of(school.schoolCode()).value();
    }

    @CommandHandler
    SchoolAggregate(RegisterSchool command) {
        apply(new SchoolRegistered(
                command.schoolCode(), command.bureau(), command.facts(), command.request().at()));
    }

    /** Nothing is written when nothing is new. */
    @CommandHandler
    Long handle(UpdateSchool command) {
        School before = own(command);
        command.request().precondition().requireOneOf(List.of(version().toString()));
        before.requireOpen();
        if (!before.facts().equals(command.facts())) {
            apply(new SchoolUpdated(
                    command.schoolCode(),
                    before.facts(),
                    command.facts(),
                    command.reason(),
                    command.request().at()));
        }
        return version();
    }

    @CommandHandler
    Long handle(MergeSchool command) {
        School before = own(command);
        before.requireOpen();
        before.requireMergeable(command.into());
        apply(new SchoolMerged(
                command.schoolCode(),
                command.into().schoolCode(),
                command.reason(),
                command.request().at()));
        return version();
    }

    @CommandHandler
    Long handle(CloseSchool command) {
        own(command).requireOpen();
        apply(new SchoolClosed(
                command.schoolCode(), command.reason(), command.request().at()));
        return version();
    }

    @CommandHandler
    Long handle(EraseSchoolPerson command) {
        own(command);
        apply(new SchoolPersonErased(
                command.schoolCode(), command.personId(), command.reason(), command.request().at()));
        return version();
    }

    @EventSourcingHandler
    void on(SchoolEvent event) {
        school = School.evolve(school, event);
    }

    private School own(SchoolCommand command) {
        School registered = requireNonNull(school, "a command that does not register a school loads one");
        if (!registered.bureau().equals(command.bureau())) {
            new Refusal.AnotherBureau(Thing.SCHOOL, command.schoolCode().value()).raise();
        }
        return registered;
    }

    private static Long version() {
        return getVersion() + 1;
    }
}
