package cn.dabiao.command.assessment;

import java.util.List;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.jspecify.annotations.Nullable;

import cn.dabiao.command.Refusals;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.refusal.Refusal;

/** Axon's fixture in the words of the tests: a story, a command, and what came of it. */
final class Assessments {

    private Assessments() {}

    static Outcome after(Story story, ToAssessment command) {
        return new Outcome(story, fixture().given(story.events()).when(command));
    }

    static Outcome atFirst(AssessmentCommand command) {
        return new Outcome(null, fixture().givenNoPriorActivity().when(command));
    }

    private static FixtureConfiguration<AssessmentAggregate> fixture() {
        return new AggregateTestFixture<>(AssessmentAggregate.class)
                .registerCommandTargetResolver(AssessmentRepository.TARGET);
    }

    /** @param before null when nothing had happened before */
    record Outcome(@Nullable Story before, ResultValidator<AssessmentAggregate> result) {

        /** Exactly these events, whole and in this order, and as the answer the state that they make. */
        Story is(AssessmentEvent... events) {
            Story after = before == null ? new Story(List.of()) : before;
            for (AssessmentEvent event : events) {
                after = after.then(event);
            }
            result.expectEvents((Object[]) events).expectResultMessagePayload(after.state());
            return after;
        }

        /** Exactly this event, and no answer: nobody has asked. */
        void isRecordedAs(AssessmentEvent event) {
            result.expectEvents(event).expectSuccessfulHandlerExecution();
        }

        /** Nothing recorded, and nothing refused. */
        void isNothing() {
            result.expectNoEvents().expectSuccessfulHandlerExecution();
        }

        /** Exactly this refusal, and nothing recorded. */
        void isRefusedWith(Refusal refusal) {
            result.expectNoEvents().expectException(Refusals.isRefused(refusal));
        }

        void succeeds() {
            result.expectSuccessfulHandlerExecution();
        }
    }
}
