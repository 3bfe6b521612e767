package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.BACK_HOME;
import static cn.dabiao.command.assessment.Guannan.LEAD;
import static cn.dabiao.command.assessment.Guannan.LEADER;
import static cn.dabiao.command.assessment.Guannan.NOT_DRAWN;
import static cn.dabiao.command.assessment.Guannan.NOW;
import static cn.dabiao.command.assessment.Guannan.REASON;
import static cn.dabiao.command.assessment.Guannan.STANDARD;
import static cn.dabiao.command.assessment.Guannan.TERMS;
import static cn.dabiao.command.assessment.Story.aSchoolGraded;
import static cn.dabiao.command.assessment.Story.aSchoolUnderReview;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;

import cn.dabiao.command.assessment.AftermathCommand.DecideAppeal;
import cn.dabiao.domain.appeal.AppealDecision;
import cn.dabiao.domain.appeal.AppealDecision.NewDeductions;
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealDecided;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealLodged;
import cn.dabiao.domain.assessment.AssessmentEvent.DeterminationRevoked;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Misfit;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.Scoresheet;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Statement;

/** What a leader decides about an appeal; a total of 88 leaves item 1 with nothing and item 2 with 8 points. */
class DecisionTest {

    private static final AppealId A1 = new AppealId("a1");
    private static final List<Deduction> HALF = List.of(Found.off("1.1", 5));
    private static final AppealDecision DISMISSED = decision(AppealOutcome.DISMISSED);
    private static final AppealDecision UPHELD = decision(AppealOutcome.UPHELD);
    private static final AppealDecision PARTLY = decision(AppealOutcome.PARTLY_UPHELD);
    private static final AppealDecided FALLS =
            new AppealDecided(ASSESSMENT, A1, AppealOutcome.UPHELD, REASON, NOW);

    private final Story contested = aSchoolGraded(88).appealed(1, 1, 2);
    private final Story determined = aSchoolGraded(88).determined().appealedAgainstTheDetermination();
    private final Story both = aSchoolGraded(88).determined().then(new AppealLodged(
            ASSESSMENT, A1, 1, List.of(new ItemNo(1)), true, new Statement("请予复核。"), List.of(), BACK_HOME));

    @Test
    void an_appeal_that_is_dismissed_changes_nothing() {
        Story after = Assessments.after(contested, decide(contested, LEADER, DISMISSED))
                .is(new AppealDecided(ASSESSMENT, A1, AppealOutcome.DISMISSED, REASON, NOW));
        assertThat(after.state().grade()).isEqualTo(contested.state().grade());
    }

    @Test
    void an_appeal_that_is_upheld_corrects_the_score_and_lifts_the_grade() {
        Story after = Assessments.after(
                        contested, decide(contested, LEADER, decision(AppealOutcome.UPHELD, item(1, HALF))))
                .is(FALLS, corrected(), revised());
        assertThat(after.state().standing()).contains(Grade.LEVEL_1);
    }

    @Test
    void an_appeal_that_is_partly_upheld_may_leave_items_as_they_are() {
        Assessments.after(
                        contested, decide(contested, LEADER, decision(AppealOutcome.PARTLY_UPHELD, item(1, HALF))))
                .is(new AppealDecided(ASSESSMENT, A1, AppealOutcome.PARTLY_UPHELD, REASON, NOW), corrected(), revised());
    }

    @Test
    void a_grade_that_an_appeal_lifted_opens_no_new_window() {
        Story after = Assessments.after(
                        contested, decide(contested, LEADER, decision(AppealOutcome.UPHELD, item(1, HALF))))
                .is(FALLS, corrected(), revised());
        assertThat(Objects.requireNonNull(after.state().grade()).contestedSince()).isEqualTo(BACK_HOME);
    }

    @Test
    void an_appeal_never_makes_an_item_worse() {
        Assessments.after(
                        contested,
                        decide(contested, LEADER, decision(
                                AppealOutcome.UPHELD, item(1, HALF), item(2, List.of(Found.off("2.1", 2.5))))))
                .isRefusedWith(new Refusal.AppealWorsens(new ItemNo(2), Points.of(8), Points.of(7.5)));
    }

    @Test
    void upholding_with_the_very_deductions_there_are_is_refused() {
        Assessments.after(
                        contested,
                        decide(contested, LEADER, decision(
                                AppealOutcome.UPHELD, item(1, List.of(Found.off("1.1", 10))))))
                .isRefusedWith(new Refusal.CorrectionChangesNothing(new ItemNo(1), Points.of(0)));
    }

    @Test
    void a_decision_that_contradicts_itself_is_refused() {
        misfits(contested, decision(AppealOutcome.DISMISSED, item(1, HALF)), Misfit.CHANGED_THOUGH_DISMISSED);
        misfits(contested, UPHELD, Misfit.UPHELD_BUT_UNCHANGED);
        misfits(contested, PARTLY, Misfit.UPHELD_BUT_UNCHANGED);
        misfits(contested, decision(AppealOutcome.UPHELD, item(1, HALF), item(1, HALF)), Misfit.ITEM_TWICE);
        misfits(determined, PARTLY, Misfit.NO_HALF_DETERMINATION);
        misfits(both, UPHELD, Misfit.UPHELD_BUT_UNCHANGED);
    }

    @Test
    void a_decision_is_about_what_was_contested() {
        Assessments.after(
                        contested, decide(contested, LEADER, decision(AppealOutcome.UPHELD, item(3, List.of()))))
                .isRefusedWith(new Refusal.ItemsNotContested(
                        A1, List.of(new ItemNo(3)), List.of(new ItemNo(1), new ItemNo(2))));
    }

    @Test
    void an_appeal_is_decided_once_and_only_if_it_was_lodged() {
        Story decided = contested.then(new AppealDecided(ASSESSMENT, A1, AppealOutcome.DISMISSED, REASON, NOW))
                .then(new AppealLodged(
                        ASSESSMENT, new AppealId("a2"), 1, List.of(new ItemNo(3)), false, new Statement("请予复核。"),
                        List.of(), NOW));
        Assessments.after(decided, decide(decided, LEADER, UPHELD))
                .isRefusedWith(new Refusal.AppealAlreadyDecided(A1, AppealOutcome.DISMISSED));
        Story other = aSchoolGraded(88).then(new AppealLodged(
                ASSESSMENT, new AppealId("a2"), 1, List.of(new ItemNo(3)), false, new Statement("请予复核。"), List.of(),
                NOW));
        Assessments.after(other, decide(other, LEADER, DISMISSED))
                .isRefusedWith(new Refusal.NotFound(Thing.APPEAL, "a1"));
    }

    @Test
    void a_determination_falls_when_the_appeal_against_it_is_upheld_and_else_stands() {
        Story fallen = Assessments.after(determined, decide(determined, LEADER, UPHELD))
                .is(FALLS, new DeterminationRevoked(ASSESSMENT, A1, REASON, NOW));
        assertThat(fallen.state().standing()).contains(Grade.LEVEL_2);
        Story standing = Assessments.after(determined, decide(determined, LEADER, DISMISSED))
                .is(new AppealDecided(ASSESSMENT, A1, AppealOutcome.DISMISSED, REASON, NOW));
        assertThat(standing.state().standing()).contains(Grade.NOT_ATTAINED);
    }

    @Test
    void of_scores_and_a_determination_contested_together_either_can_change_alone() {
        DeterminationRevoked revoked = new DeterminationRevoked(ASSESSMENT, A1, REASON, NOW);
        AppealDecided partly = new AppealDecided(ASSESSMENT, A1, AppealOutcome.PARTLY_UPHELD, REASON, NOW);
        Assessments.after(both, decide(both, LEADER, decision(AppealOutcome.UPHELD, item(1, HALF))))
                .is(FALLS, corrected(), revised(), revoked);
        Assessments.after(both, decide(both, LEADER, decision(AppealOutcome.PARTLY_UPHELD, item(1, HALF))))
                .is(partly, corrected(), revised());
        Assessments.after(both, decide(both, LEADER, PARTLY)).is(partly, revoked);
    }

    @Test
    void a_leader_who_inspected_is_no_judge_even_when_replaced_since() {
        Actor lead = new Actor("leader", Set.of(Role.LEADER), Guannan.BUREAU, null, LEAD);
        Actor bystander = new Actor("leader", Set.of(Role.LEADER), Guannan.BUREAU, null, NOT_DRAWN);
        Assessments.after(contested, decide(contested, lead, DISMISSED))
                .isRefusedWith(new Refusal.DeciderTookPart(LEAD, List.of(1)));
        Assessments.after(contested, decide(contested, bystander, DISMISSED)).succeeds();
        Story replaced = aSchoolUnderReview().replaced(LEAD, NOT_DRAWN).determined().appealedAgainstTheDetermination();
        Assessments.after(replaced, decide(replaced, lead, DISMISSED))
                .isRefusedWith(new Refusal.DeciderTookPart(LEAD, List.of(1)));
    }

    private void misfits(Story story, AppealDecision decision, Misfit misfit) {
        Assessments.after(story, decide(story, LEADER, decision))
                .isRefusedWith(new Refusal.DecisionDoesNotFit(A1, decision.outcome(), misfit));
    }

    private static ScoreCorrected corrected() {
        return new ScoreCorrected(
                ASSESSMENT, 1, new ItemNo(1), HALF, List.of(), List.of(), Points.of(0), Points.of(5), REASON, A1, null, NOW);
    }

    private static GradeRevised revised() {
        List<ItemFindings> findings = new ArrayList<>(Found.totalling(88));
        findings.set(0, Found.at(1, Found.off("1.1", 5)));
        return new GradeRevised(
                ASSESSMENT, 1, STANDARD.standardId(), Scoresheet.of(STANDARD, findings).categoryTotals(), Points.of(88),
                Grade.LEVEL_2, Points.of(93), Grade.LEVEL_1, A1, null, NOW);
    }

    private static NewDeductions item(int no, List<Deduction> deductions) {
        return new NewDeductions(new ItemNo(no), deductions);
    }

    private static AppealDecision decision(AppealOutcome outcome, NewDeductions... items) {
        return new AppealDecision(outcome, List.of(items));
    }

    private static DecideAppeal decide(Story before, Actor by, AppealDecision decision) {
        return new DecideAppeal(ASSESSMENT, TERMS, A1, decision, REASON, Guannan.by(by, NOW, before.tag()));
    }
}
