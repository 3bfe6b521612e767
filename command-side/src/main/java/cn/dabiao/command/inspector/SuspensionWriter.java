package cn.dabiao.command.inspector;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.stereotype.Component;

import cn.dabiao.api.Written;
import cn.dabiao.command.Bureaus;
import cn.dabiao.command.Commands;
import cn.dabiao.command.Recorded;
import cn.dabiao.command.Request;
import cn.dabiao.command.inspector.SuspensionCommand.ReinstateInspector;
import cn.dabiao.command.inspector.SuspensionCommand.SuspendInspector;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.value.Reason;

/** Takes inspectors of the office's own bureau off duty, and puts them on duty again. */
@Component
class SuspensionWriter {

    private final Commands commands;

    SuspensionWriter(Commands commands) {
        this.commands = commands;
    }

    Written suspend(InspectorId inspectorId, Reason reason, Request request) {
        return write(new SuspendInspector(Bureaus.of(request.actor()), inspectorId, reason, request));
    }

    Written reinstate(InspectorId inspectorId, Reason reason, Request request) {
        return write(new ReinstateInspector(Bureaus.of(request.actor()), inspectorId, reason, request));
    }

    private Written write(SuspensionCommand command) {
        String id = command.inspectorId().value();
        try {
            Recorded<Long> recorded = commands.send(command, Long.class, command.request().actor(), Role.OFFICE);
            return new Written(id, recorded.answer(), recorded.position());
        } catch (AggregateNotFoundException e) {
            throw new Refusal.NotFound(Thing.INSPECTOR, id).asException();
        }
    }
}
