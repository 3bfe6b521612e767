package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Found.at;
import static cn.dabiao.command.assessment.Found.off;
import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.IN_MARCH;
import static cn.dabiao.command.assessment.Guannan.PRINCIPAL;
import static cn.dabiao.command.assessment.Guannan.STANDARD;
import static cn.dabiao.command.assessment.Story.aSchoolThatFiledItsPlan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.dabiao.command.assessment.AssessmentCommand.SelfAssess;
import cn.dabiao.domain.assessment.AssessmentEvent.SelfAssessed;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.Scoresheet;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;

class SelfAssessmentTest {

    @ParameterizedTest
    @CsvSource({"100, true", "92, true", "70, true", "69.5, false", "0, false"})
    void a_school_is_qualified_from_the_lowest_passing_band_on(double total, boolean qualified) {
        List<ItemFindings> findings = Found.totalling(total);
        Assessments.after(aSchoolThatFiledItsPlan(), selfAssess(findings))
                .is(new SelfAssessed(
                        ASSESSMENT,
                        findings,
                        Scoresheet.of(STANDARD, findings).items(),
                        Points.of(total),
                        Points.of(70),
                        qualified,
                        IN_MARCH));
    }

    @Test
    void a_school_that_assesses_itself_again_is_taken_at_its_last_word() {
        AssessmentState state = Story.aSchoolThatAssessedItselfAt(60).assessedAt(85).state();
        assertThat(state.declaredSelfAssessment().total()).isEqualTo(Points.of(85));
    }

    @Test
    void deductions_beyond_an_items_points_take_nothing_from_other_items() {
        List<ItemFindings> findings = replaced(at(3, off("3.1", 5), off("3.2", 5), off("3.3", 5)));
        Scoresheet sheet = Scoresheet.of(STANDARD, findings);
        assertThat(sheet.total()).isEqualTo(Points.of(95));
        Assessments.after(aSchoolThatFiledItsPlan(), selfAssess(findings))
                .is(new SelfAssessed(
                        ASSESSMENT, findings, sheet.items(), Points.of(95), Points.of(70), true, IN_MARCH));
    }

    @Test
    void fourteen_items_are_not_a_self_assessment() {
        isRefused(
                Found.totalling(100).subList(0, 14),
                new Refusal.ItemsIncomplete(15, List.of(new ItemNo(15)), List.of()));
    }

    @Test
    void an_item_assessed_twice_is_refused() {
        List<ItemFindings> findings = new ArrayList<>(Found.totalling(100));
        findings.add(Found.nothingAt(4));
        isRefused(findings, new Refusal.ItemsIncomplete(15, List.of(), List.of(new ItemNo(4))));
    }

    @Test
    void an_item_in_the_place_of_another_is_refused_for_both() {
        List<ItemFindings> findings = new ArrayList<>(Found.totalling(100).subList(0, 14));
        findings.add(Found.nothingAt(14));
        isRefused(findings, new Refusal.ItemsIncomplete(15, List.of(new ItemNo(15)), List.of(new ItemNo(14))));
    }

    @Test
    void an_item_that_the_standard_does_not_have_is_refused() {
        List<ItemFindings> findings = new ArrayList<>(Found.totalling(100));
        findings.add(Found.nothingAt(16));
        isRefused(findings, new Refusal.UnknownItem(new ItemNo(16), 15));
    }

    @Test
    void a_checkpoint_of_another_item_is_unknown() {
        isRefused(replaced(at(4, off("5.1", 1))), new Refusal.UnknownCheckpoint(
                new ItemNo(4),
                new CheckpointCode("5.1"),
                List.of(new CheckpointCode("4.1"), new CheckpointCode("4.2"))));
    }

    @Test
    void a_deduction_of_nothing_is_refused() {
        isRefused(replaced(at(1, off("1.2", 0))), new Refusal.DeductionOutOfBounds(
                new ItemNo(1), new CheckpointCode("1.2"), Points.ZERO, Points.of(0.5), Points.of(10)));
    }

    @Test
    void a_deduction_above_the_items_points_is_refused() {
        isRefused(replaced(at(1, off("1.2", 10.5))), new Refusal.DeductionOutOfBounds(
                new ItemNo(1), new CheckpointCode("1.2"), Points.of(10.5), Points.of(0.5), Points.of(10)));
    }

    private static void isRefused(List<ItemFindings> findings, Refusal refusal) {
        Assessments.after(aSchoolThatFiledItsPlan(), selfAssess(findings)).isRefusedWith(refusal);
    }

    /** A spotless self-assessment but for this item. */
    private static List<ItemFindings> replaced(ItemFindings findings) {
        List<ItemFindings> all = new ArrayList<>(Found.totalling(100));
        all.set(findings.itemNo().value() - 1, findings);
        return all;
    }

    private static SelfAssess selfAssess(List<ItemFindings> findings) {
        return new SelfAssess(ASSESSMENT, Guannan.TERMS, findings, Guannan.by(PRINCIPAL, IN_MARCH, "1"));
    }
}
