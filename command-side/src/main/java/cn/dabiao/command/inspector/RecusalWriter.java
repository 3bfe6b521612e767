package cn.dabiao.command.inspector;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.stereotype.Component;

import cn.dabiao.api.Written;
import cn.dabiao.api.inspector.RecusalDecisionRequest;
import cn.dabiao.api.inspector.RecusalRequest;
import cn.dabiao.command.Bureaus;
import cn.dabiao.command.Commands;
import cn.dabiao.command.Recorded;
import cn.dabiao.command.References;
import cn.dabiao.command.Request;
import cn.dabiao.command.inspector.RecusalCommand.DecideRecusal;
import cn.dabiao.command.inspector.RecusalCommand.DeclareRecusal;
import cn.dabiao.command.inspector.RecusalCommand.RequestRecusal;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.BureauCode;

/**
 * Recuses inspectors for schools. One call for three callers: the office for any inspector of its bureau and an inspector
 * for itself declare a recusal, a school asks for one.
 */
@Component
class RecusalWriter {

    private final Commands commands;
    private final References references;

    RecusalWriter(Commands commands, References references) {
        this.commands = commands;
        this.references = references;
    }

    Written recuse(InspectorId inspectorId, RecusalRequest body, Request request) {
        Actor actor = request.actor();
        SchoolCode school = body.schoolCode();
        // A school's account stands for its own school only, whatever other roles stand beside it in the token.
        if (actor.is(Role.SCHOOL) && !actor.speaksFor(school)) {
            throw new Refusal.AnotherSchool(school.value()).asException();
        }
        BureauCode bureau = Bureaus.of(actor);
        Role role = roleOf(actor, inspectorId);
        references.school(school, bureau);
        return write(
                role == Role.SCHOOL
                        ? new RequestRecusal(bureau, inspectorId, school, body.reason(), request)
                        : new DeclareRecusal(bureau, inspectorId, school, role, body.reason(), request),
                role);
    }

    Written decide(InspectorId inspectorId, SchoolCode school, RecusalDecisionRequest body, Request request) {
        BureauCode bureau = Bureaus.of(request.actor());
        references.school(school, bureau);
        return write(
                new DecideRecusal(bureau, inspectorId, school, body.outcome(), body.reason(), request), Role.LEADER);
    }

    private Written write(RecusalCommand command, Role role) {
        String id = command.inspectorId().value();
        try {
            Recorded<Long> recorded = commands.send(command, Long.class, command.request().actor(), role);
            return new Written(id, recorded.answer(), recorded.position());
        } catch (AggregateNotFoundException e) {
            throw new Refusal.NotFound(Thing.INSPECTOR, id).asException();
        }
    }

    private static Role roleOf(Actor actor, InspectorId inspectorId) {
        if (actor.is(Role.OFFICE)) {
            return Role.OFFICE;
        }
        if (actor.is(Role.INSPECTOR) && inspectorId.equals(actor.inspector())) {
            return Role.INSPECTOR;
        }
        if (actor.is(Role.SCHOOL)) {
            return Role.SCHOOL;
        }
        throw new Refusal.AnotherInspector(inspectorId).asException();
    }
}
