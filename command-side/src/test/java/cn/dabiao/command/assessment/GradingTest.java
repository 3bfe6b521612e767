package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.LEAD;
import static cn.dabiao.command.assessment.Guannan.LEADER;
import static cn.dabiao.command.assessment.Guannan.NOW;
import static cn.dabiao.command.assessment.Guannan.OFFICE;
import static cn.dabiao.command.assessment.Guannan.OPINION;
import static cn.dabiao.command.assessment.Guannan.SEALER;
import static cn.dabiao.command.assessment.Guannan.SECOND;
import static cn.dabiao.command.assessment.Story.aSchoolReviewed;
import static cn.dabiao.command.assessment.Story.aSchoolScored;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.command.assessment.AssessmentCommand.AssignGrade;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.scoring.Scoresheet.CategoryTotal;
import cn.dabiao.domain.standard.CategoryCode;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.Points;

class GradingTest {

    /** Points are lost from item 1 on, so the categories empty one after the other. */
    @ParameterizedTest
    @CsvSource({
        "100, LEVEL_1, 30, 15, 35, 20",
        "90, LEVEL_1, 20, 15, 35, 20",
        "89.5, LEVEL_2, 19.5, 15, 35, 20",
        "80, LEVEL_2, 10, 15, 35, 20",
        "79.5, LEVEL_3, 9.5, 15, 35, 20",
        "70, LEVEL_3, 0, 15, 35, 20",
        "69.5, NOT_ATTAINED, 0, 14.5, 35, 20",
        "0, NOT_ATTAINED, 0, 0, 0, 0"
    })
    void the_grade_follows_from_the_scores(
            double total, Grade grade, double hardware, double rules, double conduct, double upkeep) {
        Assessments.after(aSchoolReviewed(total), assign(aSchoolReviewed(total), OFFICE, 1, null))
                .is(new GradeAssigned(
                        ASSESSMENT,
                        1,
                        new StandardId("guannan-2018"),
                        List.of(
                                category("HARDWARE", 30, hardware),
                                category("RULES", 15, rules),
                                category("CONDUCT", 35, conduct),
                                category("UPKEEP", 20, upkeep)),
                        Points.of(total),
                        grade,
                        OPINION,
                        SEALER,
                        NOW));
    }

    @Test
    void a_leader_who_names_the_grade_that_the_scores_give_may_assign_it() {
        Assessments.after(aSchoolReviewed(85), assign(aSchoolReviewed(85), LEADER, 1, Grade.LEVEL_2))
                .succeeds();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEVEL_1", "LEVEL_3", "NOT_ATTAINED"})
    void another_grade_than_the_scores_give_is_refused(Grade named) {
        Assessments.after(aSchoolReviewed(85), assign(aSchoolReviewed(85), OFFICE, 1, named))
                .isRefusedWith(new Refusal.GradeDiffers(named, Grade.LEVEL_2, Points.of(85)));
    }

    @Test
    void nobody_is_graded_before_all_have_signed() {
        Assessments.after(aSchoolScored(92), assign(aSchoolScored(92), OFFICE, 1, null))
                .isRefusedWith(new Refusal.SignaturesMissing(1, List.of(LEAD, SECOND)));
        Story half = aSchoolScored(92).signed(LEAD);
        Assessments.after(half, assign(half, OFFICE, 1, null))
                .isRefusedWith(new Refusal.SignaturesMissing(1, List.of(SECOND)));
    }

    @Test
    void a_round_is_graded_once() {
        Story graded = Story.aSchoolGraded(92);
        Assessments.after(graded, assign(graded, OFFICE, 1, null))
                .isRefusedWith(new Refusal.WrongPhase(
                        Action.ASSIGN_GRADE, Phase.GRADED, Action.ASSIGN_GRADE.phases()));
    }

    @Test
    void a_round_that_does_not_exist_is_not_found() {
        Assessments.after(aSchoolReviewed(92), assign(aSchoolReviewed(92), OFFICE, 2, null))
                .isRefusedWith(new Refusal.NotFound(Thing.REVIEW_ROUND, "2"));
    }

    private static CategoryTotal category(String code, double points, double score) {
        return new CategoryTotal(new CategoryCode(code), Points.of(points), Points.of(score));
    }

    private static AssignGrade assign(Story before, Actor by, int round, @Nullable Grade named) {
        return new AssignGrade(
                ASSESSMENT, Guannan.TERMS, round, OPINION, SEALER, named, Guannan.by(by, NOW, before.tag()));
    }
}
