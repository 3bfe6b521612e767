package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.BACK_HOME;
import static cn.dabiao.command.assessment.Guannan.LEAD;
import static cn.dabiao.command.assessment.Guannan.NOW;
import static cn.dabiao.command.assessment.Guannan.OFFICE;
import static cn.dabiao.command.assessment.Guannan.OPINION;
import static cn.dabiao.command.assessment.Guannan.SEALER;
import static cn.dabiao.command.assessment.Guannan.SECOND;
import static cn.dabiao.command.assessment.Guannan.STANDARD;
import static cn.dabiao.command.assessment.Guannan.TERMS;
import static cn.dabiao.command.assessment.Guannan.VISIT;
import static cn.dabiao.command.assessment.Guannan.ZONE;
import static cn.dabiao.command.assessment.Story.aSchoolGraded;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.dabiao.command.assessment.AssessmentCommand.AssignGrade;
import cn.dabiao.command.assessment.AssessmentCommand.ScoreItem;
import cn.dabiao.command.assessment.AssessmentCommand.SignReview;
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationVerified;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.Scoresheet;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;

/** A further round (RULES.md §4.9), after a first one that gave 88. */
class ReReviewTest {

    private static final Instant VISIT_DAY = VISIT.atStartOfDay(ZONE).toInstant();

    private final Story graded = aSchoolGraded(88);
    private final Story second = graded.drawn(2, null).opened(2, 2);

    @Test
    void a_further_round_waits_for_every_order_to_be_verified() {
        for (Story open : List.of(graded.ordered(), graded.ordered().reported())) {
            Assessments.after(open, that(Action.DRAW_INSPECTORS, open))
                    .isRefusedWith(new Refusal.RectificationsOpen(List.of(new OrderId("r1"))));
        }
        Story verified = graded.ordered().reported().then(
                new RectificationVerified(ASSESSMENT, new OrderId("r1"), null, BACK_HOME));
        Assessments.after(verified, that(Action.DRAW_INSPECTORS, verified)).succeeds();
    }

    @Test
    void a_further_round_waits_for_every_appeal_to_be_decided() {
        Refusal waits = new Refusal.AppealsOpen(List.of(new AppealId("a1")));
        Story appealed = graded.appealed(1, 1);
        Assessments.after(appealed, that(Action.DRAW_INSPECTORS, appealed)).isRefusedWith(waits);
        Story drawn = graded.drawn(2, null).appealed(1, 1);
        Assessments.after(drawn, that(Action.OPEN_REVIEW, drawn)).isRefusedWith(waits);
    }

    /** The appeal is about the first grade, which a second one would take away. */
    @Test
    void a_further_grade_waits_for_an_appeal_lodged_meanwhile() {
        Story reviewed = second.signed(2, LEAD).signed(2, SECOND).appealed(1, 1);
        Assessments.after(reviewed, assign(reviewed))
                .isRefusedWith(new Refusal.AppealsOpen(List.of(new AppealId("a1"))));
    }

    @Test
    void what_is_not_scored_anew_carries_over_and_can_be_signed() {
        Assessments.after(second, sign(second, VISIT_DAY)).succeeds();
    }

    /** Every item is scored from the start; nobody signs what they have not seen. */
    @Test
    void a_further_round_is_neither_scored_nor_signed_before_the_day_of_its_visit() {
        Instant eve = VISIT_DAY.minusMillis(1);
        Refusal notYet = new Refusal.VisitNotYet(2, VISIT, VISIT.minusDays(1));
        Assessments.after(second, sign(second, eve)).isRefusedWith(notYet);
        Assessments.after(second, score(second, eve, Found.nothingAt(1))).isRefusedWith(notYet);
        Assessments.after(second, score(second, VISIT_DAY, Found.nothingAt(1))).succeeds();
    }

    @Test
    void an_item_scored_anew_tells_the_score_that_carried_over() {
        Assessments.after(second, score(second, NOW, Found.at(2, Found.off("2.1", 0.5))))
                .is(new ItemScored(
                        ASSESSMENT, 2, new ItemNo(2), List.of(Found.off("2.1", 0.5)), List.of(), List.of(),
                        Points.of(8), Points.of(9.5), null, LEAD, NOW, NOW));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 97.5, LEVEL_1", "10, 88, LEVEL_2"})
    void a_grade_may_go_up_as_well_as_stay(double off, double total, Grade grade) {
        graded(Found.at(1, Found.off("1.1", off)), total, grade);
    }

    @Test
    void a_grade_may_go_down() {
        graded(Found.at(8, Found.off("8.1", 15)), 73, Grade.LEVEL_3);
    }

    private void graded(ItemFindings anew, double total, Grade grade) {
        Story story = LiveAssessment.after(second, score(second, NOW, anew)).orElseThrow();
        Story reviewed = story.signed(2, LEAD).signed(2, SECOND);
        List<ItemFindings> findings = new ArrayList<>(Found.totalling(88));
        findings.set(anew.itemNo().value() - 1, anew);
        Scoresheet sheet = Scoresheet.of(STANDARD, findings);
        Assessments.after(reviewed, assign(reviewed))
                .is(new GradeAssigned(
                        ASSESSMENT, 2, STANDARD.standardId(), sheet.categoryTotals(), Points.of(total), grade, OPINION,
                        SEALER, NOW));
    }

    private static AssessmentCommand that(Action action, Story before) {
        return EveryCommand.that(action, EveryCommand.whoMay(action), before.tag());
    }

    private static AssignGrade assign(Story before) {
        return new AssignGrade(
                ASSESSMENT, TERMS, 2, OPINION, SEALER, null, Guannan.by(OFFICE, NOW, before.tag()));
    }

    private static ScoreItem score(Story before, Instant at, ItemFindings findings) {
        return new ScoreItem(
                ASSESSMENT, Guannan.terms(at), 2, findings, null, null, Guannan.by(Guannan.as(LEAD), at, before.tag()));
    }

    private static SignReview sign(Story before, Instant at) {
        return new SignReview(
                ASSESSMENT, Guannan.terms(at), 2, null, Guannan.by(Guannan.as(LEAD), at, before.tag()));
    }
}
