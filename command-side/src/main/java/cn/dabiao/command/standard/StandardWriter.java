package cn.dabiao.command.standard;

import org.springframework.stereotype.Component;

import cn.dabiao.api.Written;
import cn.dabiao.command.Bureaus;
import cn.dabiao.command.Commands;
import cn.dabiao.command.Request;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.standard.Standard;

/** Publishes standards. */
@Component
class StandardWriter {

    private final Commands commands;

    StandardWriter(Commands commands) {
        this.commands = commands;
    }

    Written publish(Standard standard, Request request) {
        PublishStandard command = new PublishStandard(standard, Bureaus.of(request.actor()), request);
        String id = standard.standardId().value();
        long position = commands.open(command, request.actor(), Role.OFFICE)
                .orElseThrow(() -> new Refusal.AlreadyExists(Thing.STANDARD, id).asException());
        return new Written(id, 1, position);
    }
}
