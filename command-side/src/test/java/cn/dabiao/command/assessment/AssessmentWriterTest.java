package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.BUREAU;
import static cn.dabiao.command.assessment.Guannan.IN_MARCH;
import static cn.dabiao.command.assessment.Guannan.PLAN;
import static cn.dabiao.command.assessment.Guannan.PRINCIPAL;
import static cn.dabiao.command.assessment.Guannan.TERMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Set;

import org.axonframework.common.caching.NoCache;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.junit.jupiter.api.Test;

import cn.dabiao.command.Refusals;
import cn.dabiao.command.Request;
import cn.dabiao.command.TestCommands;
import cn.dabiao.command.assessment.AssessmentCommand.OpenAssessment;
import cn.dabiao.command.assessment.AssessmentCommand.SelfAssess;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.ledger.StreamId;

/** What the writer answers when there is no state to answer with; what it answers otherwise, the whole product's tests show. */
class AssessmentWriterTest {

    @Test
    void an_assessment_that_nobody_opened_is_not_found() {
        RuntimeException none = new AggregateNotFoundException("assessment", "none");
        isRefused(selfAssess(PRINCIPAL), none, new Refusal.NotFound(Thing.ASSESSMENT, ASSESSMENT.value()));
    }

    @Test
    void whoever_opens_what_is_open_has_to_say_which_version_they_saw() {
        RuntimeException exists = new AggregateStreamCreationException("there is one");
        isRefused(open(PRINCIPAL), exists, new Refusal.VersionRequired("2"));
    }

    @Test
    void another_school_is_refused_before_anything_is_opened() {
        Actor neighbour = new Actor("school", Set.of(Role.SCHOOL), BUREAU, Guannan.ANOTHER_SCHOOL, null);
        isRefused(open(neighbour), notAsked(), new Refusal.AnotherSchool(ASSESSMENT.schoolCode().value()));
    }

    @Test
    void another_role_is_refused_before_anything_is_opened() {
        Action plan = Action.FILE_PLAN;
        isRefused(open(Guannan.OFFICE), notAsked(), new Refusal.RoleNotPermitted(plan, plan.roles()));
    }

    private static void isRefused(AssessmentCommand command, RuntimeException handled, Refusal refusal) {
        AssessmentWriter writer = new AssessmentWriter(TestCommands.handledBy(
                command.getClass(),
                _ -> {
                    throw handled;
                },
                StreamId.of(ASSESSMENT),
                Story.aSchoolThatAssessedItselfAt(92).events()), NoCache.INSTANCE);
        Throwable thrown = catchThrowable(() -> writer.write(command));
        assertThat(Refusals.isRefused(refusal).matches(thrown)).as("refused: %s", thrown).isTrue();
    }

    private static RuntimeException notAsked() {
        return new IllegalStateException("no handler should have been asked");
    }

    private static OpenAssessment open(Actor by) {
        return new OpenAssessment(ASSESSMENT, TERMS, PLAN, Request.of(by, IN_MARCH));
    }

    private static SelfAssess selfAssess(Actor by) {
        return new SelfAssess(ASSESSMENT, TERMS, Found.totalling(92), Guannan.by(by, IN_MARCH, "1"));
    }
}
