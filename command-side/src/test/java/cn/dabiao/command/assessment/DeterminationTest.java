package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.BACK_HOME;
import static cn.dabiao.command.assessment.Guannan.LEAD;
import static cn.dabiao.command.assessment.Guannan.LEADER;
import static cn.dabiao.command.assessment.Guannan.NOW;
import static cn.dabiao.command.assessment.Guannan.OFFICE;
import static cn.dabiao.command.assessment.Guannan.OPINION;
import static cn.dabiao.command.assessment.Guannan.PRINCIPAL;
import static cn.dabiao.command.assessment.Guannan.REASON;
import static cn.dabiao.command.assessment.Guannan.SEALER;
import static cn.dabiao.command.assessment.Guannan.SECOND;
import static cn.dabiao.command.assessment.Guannan.TERMS;
import static cn.dabiao.command.assessment.Story.aSchoolGraded;
import static cn.dabiao.command.assessment.Story.aSchoolThatFiledItsPlan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import cn.dabiao.command.assessment.AftermathCommand.DetermineNotAttained;
import cn.dabiao.command.assessment.AssessmentCommand.AssignGrade;
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealDecided;
import cn.dabiao.domain.assessment.AssessmentEvent.DeterminationRevoked;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.standard.Grade;

class DeterminationTest {

    @ParameterizedTest
    @EnumSource
    void a_leader_determines_on_any_ground_whatever_the_score(Ground ground) {
        Story graded = aSchoolGraded(92);
        Story after = Assessments.after(graded, determine(graded, LEADER, ground))
                .is(new NotAttainedDetermined(ASSESSMENT, ground, REASON, NOW));
        assertThat(after.state().standing()).contains(Grade.NOT_ATTAINED);
        assertThat(Objects.requireNonNull(after.state().grade()).grade()).isEqualTo(Grade.LEVEL_1);
    }

    @Test
    void a_school_that_never_gets_beyond_its_plan_is_determined_all_the_same() {
        Story plan = aSchoolThatFiledItsPlan();
        Assessments.after(plan, determine(plan, LEADER, Ground.SLOW_PROGRESS))
                .is(new NotAttainedDetermined(ASSESSMENT, Ground.SLOW_PROGRESS, REASON, NOW));
    }

    @Test
    void while_a_determination_stands_there_is_no_second_one() {
        Story determined = aSchoolGraded(92).determined();
        Assessments.after(determined, determine(determined, LEADER, Ground.WEAK_MEASURES))
                .isRefusedWith(new Refusal.AlreadyDetermined(Ground.SLOW_PROGRESS, BACK_HOME));
    }

    @Test
    void after_one_was_revoked_another_can_be_made_and_contested() {
        AppealId a1 = new AppealId("a1");
        Story revoked = aSchoolGraded(92)
                .determined()
                .appealedAgainstTheDetermination()
                .then(new AppealDecided(ASSESSMENT, a1, AppealOutcome.UPHELD, REASON, BACK_HOME))
                .then(new DeterminationRevoked(ASSESSMENT, a1, REASON, BACK_HOME));
        Story again = Assessments.after(revoked, determine(revoked, LEADER, Ground.WEAK_MEASURES))
                .is(new NotAttainedDetermined(ASSESSMENT, Ground.WEAK_MEASURES, REASON, NOW));
        Assessments.after(again, EveryCommand.that(Action.APPEAL, PRINCIPAL, again.tag())).succeeds();
    }

    /** No score undoes it, not even that of a further round. */
    @Test
    void a_determination_stands_above_the_grade_of_a_further_round() {
        Story reviewed = aSchoolGraded(92)
                .determined()
                .drawn(2, null)
                .opened(2, 2)
                .signed(2, LEAD)
                .signed(2, SECOND);
        Story after = LiveAssessment.after(
                        reviewed,
                        new AssignGrade(
                                ASSESSMENT, TERMS, 2, OPINION, SEALER, null, Guannan.by(OFFICE, NOW, reviewed.tag())))
                .orElseThrow();
        assertThat(after.state().standing()).contains(Grade.NOT_ATTAINED);
    }

    @Test
    void the_office_does_not_determine() {
        Story graded = aSchoolGraded(92);
        Assessments.after(graded, determine(graded, OFFICE, Ground.SLOW_PROGRESS))
                .isRefusedWith(new Refusal.RoleNotPermitted(Action.DETERMINE_NOT_ATTAINED, Set.of(Role.LEADER)));
    }

    private static DetermineNotAttained determine(Story before, Actor by, Ground ground) {
        return new DetermineNotAttained(ASSESSMENT, TERMS, ground, REASON, Guannan.by(by, NOW, before.tag()));
    }
}
