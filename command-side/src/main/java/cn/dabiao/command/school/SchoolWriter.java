package cn.dabiao.command.school;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.dabiao.api.Written;
import cn.dabiao.command.Attempted;
import cn.dabiao.command.Bureaus;
import cn.dabiao.command.Commands;
import cn.dabiao.command.Erasures;
import cn.dabiao.command.References;
import cn.dabiao.command.Request;
import cn.dabiao.command.school.SchoolCommand.CloseSchool;
import cn.dabiao.command.school.SchoolCommand.EraseSchoolPerson;
import cn.dabiao.command.school.SchoolCommand.MergeSchool;
import cn.dabiao.command.school.SchoolCommand.UpdateSchool;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.StreamId;
import cn.dabiao.person.Owner;
import cn.dabiao.person.Persons;

/** Registers schools, and keeps the register true to them. */
@Component
public class SchoolWriter {

    private final Commands commands;
    private final References references;
    private final LedgerReader ledger;
    private final Persons persons;
    private final Erasures erasures;

    SchoolWriter(
            Commands commands, References references, LedgerReader ledger, Persons persons, Erasures erasures) {
        this.commands = commands;
        this.references = references;
        this.ledger = ledger;
        this.persons = persons;
        this.erasures = erasures;
    }

    public Written register(SchoolCode schoolCode, SchoolFacts facts, Request request) {
        SchoolFacts sealed = persons.seal(Owner.of(schoolCode), facts);
        RegisterSchool command = new RegisterSchool(schoolCode, Bureaus.of(request.actor()), sealed, request);
        long position = commands.open(command, request.actor(), Role.OFFICE)
                .orElseThrow(() -> new Refusal.AlreadyExists(Thing.SCHOOL, schoolCode.value()).asException());
        return new Written(schoolCode.value(), 1, position);
    }

    /** Says of the school what these facts say. When that is what the register has already, nothing is written. */
    public Written update(SchoolCode schoolCode, SchoolFacts facts, @Nullable Reason reason, Request request) {
        SchoolFacts sealed = persons.seal(Owner.of(schoolCode), facts);
        return write(new UpdateSchool(schoolCode, Bureaus.of(request.actor()), sealed, reason, request));
    }

    Written merge(SchoolCode schoolCode, SchoolCode into, Reason reason, Request request) {
        BureauCode bureau = Bureaus.of(request.actor());
        return write(new MergeSchool(schoolCode, bureau, references.school(into, bureau), reason, request));
    }

    Written close(SchoolCode schoolCode, Reason reason, Request request) {
        return write(new CloseSchool(schoolCode, Bureaus.of(request.actor()), reason, request));
    }

    /** Erases somebody named in the affairs of the school, its assessments among them. */
    Written erase(SchoolCode schoolCode, PersonName name, Reason reason, Request request) {
        BureauCode bureau = Bureaus.of(request.actor());
        references.requireRegistered(schoolCode, bureau);
        return erasures.erase(Owner.of(schoolCode), name, person ->
                write(
                        new EraseSchoolPerson(schoolCode, bureau, person, reason, request),
                        Erasures.roleOf(request.actor())));
    }

    private Written write(SchoolCommand command) {
        return write(command, Role.OFFICE);
    }

    private Written write(SchoolCommand command, Role role) {
        SchoolCode school = command.schoolCode();
        try {
            Attempted<Long> written = commands.attempt(command, Long.class, command.request().actor(), role);
            long position = written.position()
                    .orElseGet(() -> ledger.positionOf(StreamId.of(school)).orElseThrow());
            return new Written(school.value(), written.answer(), position);
        } catch (AggregateNotFoundException e) {
            throw new Refusal.NotFound(Thing.SCHOOL, school.value()).asException();
        }
    }
}
