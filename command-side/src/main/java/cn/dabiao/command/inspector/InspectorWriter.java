package cn.dabiao.command.inspector;

import org.springframework.stereotype.Component;

import cn.dabiao.api.Written;
import cn.dabiao.api.inspector.InspectorRequest;
import cn.dabiao.command.Bureaus;
import cn.dabiao.command.Commands;
import cn.dabiao.command.References;
import cn.dabiao.command.Request;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.value.BureauCode;

/** Registers inspectors; the school an inspector works at has to be in the register, or the recusal would miss it. */
@Component
public class InspectorWriter {

    private final Commands commands;
    private final References references;

    InspectorWriter(Commands commands, References references) {
        this.commands = commands;
        this.references = references;
    }

    public Written register(InspectorRequest body, Request request) {
        BureauCode bureau = Bureaus.of(request.actor());
        if (body.worksAt() != null) {
            references.school(body.worksAt(), bureau);
        }
        RegisterInspector command = new RegisterInspector(
                body.inspectorId(), bureau, body.name(), body.township(), body.worksAt(), request);
        String id = body.inspectorId().value();
        long position = commands.open(command, request.actor(), Role.OFFICE)
                .orElseThrow(() -> new Refusal.AlreadyExists(Thing.INSPECTOR, id).asException());
        return new Written(id, 1, position);
    }
}
