package cn.dabiao.command.assessment;

import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.springframework.stereotype.Component;

import cn.dabiao.api.assessment.AssessmentWritten;
import cn.dabiao.command.Commands;
import cn.dabiao.command.assessment.AssessmentCommand.OpenAssessment;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.AssessmentRules;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.ledger.StreamId;

/** Sends a command to its assessment and says where the assessment then stands. */
@Component
class AssessmentWriter {

    private final Commands commands;

    AssessmentWriter(Commands commands) {
        this.commands = commands;
    }

    AssessmentWritten write(AssessmentCommand command) {
        Actor actor = command.request().actor();
        AssessmentRules.roleRefusal(command.action(), actor).ifPresent(Refusal::raise);
        AssessmentRules.schoolRefusal(command.assessmentId(), actor).ifPresent(Refusal::raise);
        Role role = actor.actingAs(command.action().roles()).orElseThrow();
        if (command instanceof OpenAssessment) {
            requireNew(command.assessmentId());
        }
        AssessmentState state = send(command, actor, role);
        long position = commands.positionOf(StreamId.of(command.assessmentId()), state.version());
        return new AssessmentWritten(
                state.assessmentId(),
                state.version(),
                position,
                state.phase(),
                AssessmentRules.allowed(state, command.standard(), actor));
    }

    /** Looked up before the ledger's unique key refuses: a refused insert leaves a hole in the sequence of positions. */
    private void requireNew(AssessmentId id) {
        long version = commands.versionOf(StreamId.of(id));
        if (version > 0) {
            throw new Refusal.VersionRequired(Long.toString(version)).asException();
        }
    }

    private AssessmentState send(AssessmentCommand command, Actor actor, Role role) {
        try {
            return commands.send(command, AssessmentState.class, actor, role);
        } catch (AggregateNotFoundException e) {
            throw new Refusal.NotFound(Thing.ASSESSMENT, command.assessmentId().value()).asException();
        } catch (AggregateStreamCreationException e) {
            requireNew(command.assessmentId());
            throw e;
        }
    }
}
