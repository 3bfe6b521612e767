package cn.dabiao.command.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregate;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;

/**
 * The product's aggregate in Axon's own life cycle, without a fixture: for tests that ask it very often. It starts anew from
 * its story whenever a command has changed it.
 */
final class LiveAssessment {

    private static final AggregateModel<AssessmentAggregate> MODEL =
            AnnotatedAggregateMetaModelFactory.inspectAggregate(AssessmentAggregate.class);

    private final Story story;
    private final List<AssessmentEvent> recorded = new ArrayList<>();
    private AnnotatedAggregate<AssessmentAggregate> aggregate;

    LiveAssessment(Story story) {
        this.story = story;
        this.aggregate = from(story);
    }

    /** Empty when the command was carried out. */
    Optional<Refusal> refusal(AssessmentCommand command) {
        try {
            aggregate.invoke(root -> handled(root, command));
        } catch (RefusedException e) {
            return Optional.of(e.refusal());
        }
        recorded.clear();
        aggregate = from(story);
        return Optional.empty();
    }

    /** The story with what the command added to it; empty when it was refused. */
    static Optional<Story> after(Story before, AssessmentCommand command) {
        LiveAssessment live = new LiveAssessment(before);
        try {
            live.aggregate.invoke(root -> handled(root, command));
        } catch (RefusedException e) {
            return Optional.empty();
        }
        Story after = before;
        for (AssessmentEvent event : live.recorded) {
            after = after.then(event);
        }
        return Optional.of(after);
    }

    /** Axon would find the handler by reflection, and wrap each refusal in an exception with a stack trace. */
    private static AssessmentState handled(AssessmentAggregate root, AssessmentCommand command) {
        return switch (command) {
            case AssessmentCommand.OpenAssessment it -> root.handle(it);
            case AssessmentCommand.ReplacePlan it -> root.handle(it);
            case AssessmentCommand.SelfAssess it -> root.handle(it);
            case AssessmentCommand.Apply it -> root.handle(it);
            case AssessmentCommand.AcceptApplication it -> root.handle(it);
            case AssessmentCommand.ReturnApplication it -> root.handle(it);
            case AssessmentCommand.WithdrawApplication it -> root.handle(it);
            case AssessmentCommand.DrawInspectors it -> root.handle(it);
            case AssessmentCommand.OpenReview it -> root.handle(it);
            case AssessmentCommand.ReplaceInspector it -> root.handle(it);
            case AssessmentCommand.ScoreItem it -> root.handle(it);
            case AssessmentCommand.SignReview it -> root.handle(it);
            case AssessmentCommand.AssignGrade it -> root.handle(it);
            case AftermathCommand.CorrectScore it -> root.handle(it);
            case AftermathCommand.DetermineNotAttained it -> root.handle(it);
            case AftermathCommand.OrderRectification it -> root.handle(it);
            case AftermathCommand.ReportRectification it -> root.handle(it);
            case AftermathCommand.VerifyRectification it -> root.handle(it);
            case AftermathCommand.LodgeAppeal it -> root.handle(it);
            case AftermathCommand.DecideAppeal it -> root.handle(it);
            case AftermathCommand.IssueMeasure it -> root.handle(it);
            case AftermathCommand.RecordMinutes it -> root.handle(it);
            case AftermathCommand.ConfirmCommitment it -> root.handle(it);
            case AftermathCommand.WithdrawMeasure it -> root.handle(it);
        };
    }

    private AnnotatedAggregate<AssessmentAggregate> from(Story events) {
        SimpleEventBus bus = SimpleEventBus.builder().build();
        bus.subscribe(messages -> messages.forEach(message -> recorded.add((AssessmentEvent) message.getPayload())));
        AssessmentAggregate root = new AssessmentAggregate();
        events.events().forEach(root::on);
        return AnnotatedAggregate.initialize(root, MODEL, bus);
    }
}
