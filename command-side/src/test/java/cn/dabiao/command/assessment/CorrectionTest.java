package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.BACK_HOME;
import static cn.dabiao.command.assessment.Guannan.LEAD;
import static cn.dabiao.command.assessment.Guannan.NOW;
import static cn.dabiao.command.assessment.Guannan.OFFICE;
import static cn.dabiao.command.assessment.Guannan.REASON;
import static cn.dabiao.command.assessment.Guannan.SECOND;
import static cn.dabiao.command.assessment.Guannan.STANDARD;
import static cn.dabiao.command.assessment.Guannan.TERMS;
import static cn.dabiao.command.assessment.Story.aSchoolGraded;
import static cn.dabiao.command.assessment.Story.aSchoolReviewed;
import static cn.dabiao.command.assessment.Story.aSchoolScored;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import cn.dabiao.command.assessment.AftermathCommand.CorrectScore;
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealDecided;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.Scoresheet;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.Points;

/** A total of 88 leaves item 1 with nothing and item 2 with 8 points. */
class CorrectionTest {

    private static final Authority AUTHORITY = new Authority("灌教复〔2018〕3号");
    private static final List<Deduction> HALF = List.of(Found.off("1.1", 5));

    @Test
    void before_grading_a_correction_changes_the_score_and_nothing_else() {
        Story reviewed = aSchoolReviewed(88);
        Story after = Assessments.after(reviewed, correct(reviewed, 1, HALF)).is(corrected(1, 1, HALF, 0, 5));
        assertThat(after.state().phase()).isEqualTo(Phase.REVIEWED);
        assertThat(after.state().grade()).isNull();
    }

    @Test
    void after_grading_the_grade_is_derived_anew_and_can_be_contested_from_then_on() {
        Story graded = aSchoolGraded(88);
        Story after = Assessments.after(graded, correct(graded, 1, HALF))
                .is(corrected(1, 1, HALF, 0, 5), revised(Found.at(1, Found.off("1.1", 5)), 93, Grade.LEVEL_1));
        assertThat(Objects.requireNonNull(after.state().grade()).contestedSince()).isEqualTo(NOW);
    }

    /** An appeal protects from a worse score; a correction by authority does not. */
    @Test
    void a_correction_may_take_points_away() {
        Story graded = aSchoolGraded(88);
        List<Deduction> more = List.of(Found.off("15.1", 5));
        Assessments.after(graded, correct(graded, 15, more))
                .is(corrected(1, 15, more, 5, 0), revised(Found.at(15, Found.off("15.1", 5)), 83, Grade.LEVEL_2));
    }

    @Test
    void nothing_is_corrected_before_a_round_is_signed_by_all() {
        Story half = aSchoolScored(88).signed(LEAD);
        Assessments.after(half, correct(half, 1, HALF))
                .isRefusedWith(new Refusal.NothingToCorrect(Phase.UNDER_REVIEW));
    }

    @Test
    void a_correction_that_changes_nothing_is_refused() {
        Story graded = aSchoolGraded(88);
        Assessments.after(graded, correct(graded, 1, List.of(Found.off("1.1", 10))))
                .isRefusedWith(new Refusal.CorrectionChangesNothing(new ItemNo(1), Points.of(0)));
        Assessments.after(graded, correct(graded, 7, List.of()))
                .isRefusedWith(new Refusal.CorrectionChangesNothing(new ItemNo(7), Points.of(5)));
    }

    @Test
    void what_a_school_contests_is_not_corrected_before_a_leader_has_decided() {
        Story open = aSchoolGraded(88).appealed(1, 1);
        Assessments.after(open, correct(open, 1, HALF))
                .isRefusedWith(new Refusal.AppealsOpen(List.of(new AppealId("a1"))));
        Assessments.after(open, correct(open, 2, List.of())).succeeds();
        Story decided = open.then(
                new AppealDecided(ASSESSMENT, new AppealId("a1"), AppealOutcome.DISMISSED, REASON, BACK_HOME));
        Assessments.after(decided, correct(decided, 1, HALF)).succeeds();
    }

    @Test
    void a_correction_is_held_to_the_standard() {
        Story graded = aSchoolGraded(88);
        Assessments.after(graded, correct(graded, 16, List.of()))
                .isRefusedWith(new Refusal.UnknownItem(new ItemNo(16), 15));
        CheckpointCode checkpoint = new CheckpointCode("1.1");
        Assessments.after(graded, correct(graded, 1, List.of(Found.off("1.1", 10.5))))
                .isRefusedWith(new Refusal.DeductionOutOfBounds(
                        new ItemNo(1), checkpoint, Points.of(10.5), Points.of(0.5), Points.of(10)));
    }

    @Test
    void in_a_further_round_that_runs_the_graded_round_is_corrected_and_what_carried_over_follows() {
        Story second = aSchoolGraded(88).drawn(2, null).opened(2, 2);
        Story after = Assessments.after(second, correct(second, 1, HALF))
                .is(corrected(1, 1, HALF, 0, 5), revised(Found.at(1, Found.off("1.1", 5)), 93, Grade.LEVEL_1));
        assertThat(after.state().currentReview().orElseThrow().item(new ItemNo(1)).orElseThrow().score())
                .isEqualTo(Points.of(5));
    }

    @Test
    void a_further_round_that_waits_for_its_grade_is_the_one_corrected() {
        Story second = aSchoolGraded(88).drawn(2, null).opened(2, 2).signed(2, LEAD).signed(2, SECOND);
        Assessments.after(second, correct(second, 1, HALF)).is(corrected(2, 1, HALF, 0, 5));
    }

    private static GradeRevised revised(ItemFindings changed, double total, Grade grade) {
        List<ItemFindings> findings = new ArrayList<>(Found.totalling(88));
        findings.set(changed.itemNo().value() - 1, changed);
        return new GradeRevised(
                ASSESSMENT, 1, STANDARD.standardId(), Scoresheet.of(STANDARD, findings).categoryTotals(), Points.of(88),
                Grade.LEVEL_2, Points.of(total), grade, null, AUTHORITY, NOW);
    }

    private static ScoreCorrected corrected(
            int round, int item, List<Deduction> deductions, double before, double after) {
        return new ScoreCorrected(
                ASSESSMENT, round, new ItemNo(item), deductions, List.of(), List.of(), Points.of(before),
                Points.of(after), REASON, null, AUTHORITY, NOW);
    }

    private static CorrectScore correct(Story before, int item, List<Deduction> deductions) {
        return new CorrectScore(
                ASSESSMENT, TERMS, new ItemNo(item), deductions, REASON, AUTHORITY,
                Guannan.by(OFFICE, NOW, before.tag()));
    }
}
