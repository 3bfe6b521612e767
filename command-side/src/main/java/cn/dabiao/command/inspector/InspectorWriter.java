package cn.dabiao.command.inspector;

import org.springframework.stereotype.Component;

import cn.dabiao.api.Written;
import cn.dabiao.api.inspector.InspectorRequest;
import cn.dabiao.command.Bureaus;
import cn.dabiao.command.Commands;
import cn.dabiao.command.Erasures;
import cn.dabiao.command.Recorded;
import cn.dabiao.command.References;
import cn.dabiao.command.Request;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.person.Owner;
import cn.dabiao.person.Persons;

/** Registers inspectors; the school an inspector works at has to be in the register, or the recusal would miss it. */
@Component
public class InspectorWriter {

    private final Commands commands;
    private final References references;
    private final Persons persons;
    private final Erasures erasures;

    InspectorWriter(Commands commands, References references, Persons persons, Erasures erasures) {
        this.commands = commands;
        this.references = references;
        this.persons = persons;
        this.erasures = erasures;
    }

    public Written register(InspectorRequest body, Request request) {
        BureauCode bureau = Bureaus.of(request.actor());
        if (body.worksAt() != null) {
            references.school(body.worksAt(), bureau);
        }
        PersonName name = persons.seal(Owner.of(bureau, body.inspectorId()), body.name());
        RegisterInspector command = new RegisterInspector(
                body.inspectorId(), bureau, name, body.township(), body.worksAt(), request);
        String id = body.inspectorId().value();
        long position = commands.open(command, request.actor(), Role.OFFICE)
                .orElseThrow(() -> new Refusal.AlreadyExists(Thing.INSPECTOR, id).asException());
        return new Written(id, 1, position);
    }

    /** Erases an inspector's name. */
    Written erase(InspectorId inspectorId, PersonName name, Reason reason, Request request) {
        Actor actor = request.actor();
        BureauCode bureau = Bureaus.of(actor);
        return erasures.erase(Owner.of(bureau, inspectorId), name, person -> {
            EraseInspectorPerson command = new EraseInspectorPerson(bureau, inspectorId, person, reason, request);
            Recorded<Long> recorded = commands.send(command, Long.class, actor, Erasures.roleOf(actor));
            return new Written(inspectorId.value(), recorded.answer(), recorded.position());
        });
    }
}
