package cn.dabiao.command.assessment;

import org.axonframework.common.caching.Cache;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.springframework.stereotype.Component;

import cn.dabiao.api.assessment.AssessmentWritten;
import cn.dabiao.command.Commands;
import cn.dabiao.command.Recorded;
import cn.dabiao.command.assessment.AssessmentCommand.OpenAssessment;
import cn.dabiao.domain.assessment.AssessmentRules;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.ledger.StreamId;

/** Sends a command to its assessment and says where the assessment then stands. */
@Component
class AssessmentWriter {

    private final Commands commands;
    private final Cache cache;

    /** @param cache the one in which the assessments' repository keeps what it has loaded */
    AssessmentWriter(Commands commands, Cache cache) {
        this.commands = commands;
        this.cache = cache;
    }

    AssessmentWritten write(AssessmentCommand command) {
        Actor actor = command.request().actor();
        AssessmentRules.roleRefusal(command.action(), actor).ifPresent(Refusal::raise);
        AssessmentRules.schoolRefusal(command.assessmentId(), actor).ifPresent(Refusal::raise);
        Role role = actor.actingAs(command.action().roles()).orElseThrow();
        Recorded<AssessmentState> recorded = send(command, actor, role);
        AssessmentState state = recorded.answer();
        return new AssessmentWritten(
                state.assessmentId(),
                state.version(),
                recorded.position(),
                state.phase(),
                AssessmentRules.allowed(state, command.terms(), actor));
    }

    private Recorded<AssessmentState> send(AssessmentCommand command, Actor actor, Role role) {
        boolean remembered = remembered(command);
        try {
            return commands.send(command, AssessmentState.class, actor, role);
        } catch (RefusedException e) {
            if (remembered) {
                // Decided on a copy, which another node may have overtaken; by now it is forgotten. Nobody is refused
                // but on the ledger's own events.
                return commands.send(command, AssessmentState.class, actor, role);
            }
            throw e;
        } catch (AggregateNotFoundException e) {
            throw new Refusal.NotFound(Thing.ASSESSMENT, command.assessmentId().value()).asException();
        } catch (AggregateStreamCreationException e) {
            long version = commands.versionOf(StreamId.of(command.assessmentId()));
            throw new Refusal.VersionRequired(Long.toString(version)).asException();
        }
    }

    private boolean remembered(AssessmentCommand command) {
        return !(command instanceof OpenAssessment) && cache.containsKey(command.streamId());
    }
}
