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
import cn.dabiao.ledger.StreamId;

/** Publishes standards. */
@Component
class StandardWriter {

    private final Commands commands;

    StandardWriter(Commands commands) {
        this.commands = commands;
    }

    Written publish(Standard standard, Request request) {
        PublishStandard command = new PublishStandard(standard, Bureaus.of(request.actor()), request);
        if (!commands.open(StreamId.of(standard.standardId()), command, request.actor(), Role.OFFICE)) {
            throw new Refusal.AlreadyExists(Thing.STANDARD, standard.standardId().value()).asException();
        }
        long position = commands.positionOf(StreamId.of(standard.standardId()), 1);
        return new Written(standard.standardId().value(), 1, position);
    }
}
