package cn.dabiao.domain.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.standard.Category;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.GradeBands;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.Measure;
import cn.dabiao.domain.standard.MeasureUnit;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.examples.Findings;
import cn.dabiao.examples.Guannan;

class FindingsPolicyTest {

    @Test
    void an_item_that_the_standard_does_not_have_is_refused() {
        assertRefused(Findings.at(16), new Refusal.UnknownItem(Guannan.item(16), 15));
    }

    @Test
    void a_deduction_at_a_checkpoint_of_another_item_is_refused() {
        assertRefused(Findings.at(4).off("5.1", "1"), unknownInItemFour("5.1"));
    }

    @Test
    void a_measurement_at_a_checkpoint_that_the_item_does_not_have_is_refused() {
        assertRefused(Findings.at(4).measured("4.3", "30", MeasureUnit.days), unknownInItemFour("4.3"));
    }

    @Test
    void a_mark_at_a_checkpoint_that_the_item_does_not_have_is_refused() {
        assertRefused(Findings.at(4).notApplicable("4.9"), unknownInItemFour("4.9"));
    }

    @ParameterizedTest
    @CsvSource({"0.5", "1.5", "5"})
    void a_deduction_that_is_no_multiple_of_the_standards_step_is_refused(String points) {
        Standard inSteps = inStepsOf("2");

        assertThatThrownBy(() -> FindingsPolicy.score(inSteps, Findings.at(1).off("1.1", points).done()))
                .asInstanceOf(type(RefusedException.class))
                .extracting(RefusedException::refusal)
                .isEqualTo(new Refusal.DeductionOffStep(
                        Guannan.item(1), code("1.1"), new Points(points), new Points("2")));
        assertThat(FindingsPolicy.score(inSteps, Findings.at(1).off("1.1", "4").done()).score())
                .isEqualTo(new Points("6"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "5.5", "1000"})
    void a_deduction_of_nothing_or_of_more_than_the_item_is_worth_is_refused(String points) {
        assertRefused(
                Findings.at(4).off("4.1", points),
                new Refusal.DeductionOutOfBounds(
                        Guannan.item(4), code("4.1"), new Points(points), new Points("0.5"), new Points("5")));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 4.5", "1, 4", "4.5, 0.5", "5, 0"})
    void a_deduction_from_one_step_up_to_the_items_points_is_taken_off(String points, String left) {
        assertThat(score(Findings.at(4).off("4.1", points)))
                .isEqualTo(new ItemScore(Guannan.item(4), new Points("5"), new Points(points), new Points(left)));
    }

    @Test
    void a_checkpoint_that_does_not_apply_cannot_cost_points() {
        assertRefused(
                Findings.at(2).notApplicable("2.5").off("2.5", "1"),
                new Refusal.DeductedButNotApplicable(Guannan.item(2), code("2.5")));
    }

    @Test
    void a_checkpoint_that_does_not_apply_costs_nothing_and_its_neighbours_cost_what_they_cost() {
        assertThat(score(Findings.at(2).notApplicable("2.5")).score()).isEqualTo(new Points("10"));
        assertThat(score(Findings.at(2).notApplicable("2.5").off("2.6", "1")).score()).isEqualTo(new Points("9"));
    }

    @Test
    void a_checkpoint_without_a_threshold_is_not_measured() {
        assertRefused(
                Findings.at(1).measured("1.1", "3", MeasureUnit.m2),
                new Refusal.NotMeasurableSo(code("1.1"), MeasureUnit.m2, null));
    }

    @Test
    void a_measurement_in_another_unit_is_refused() {
        assertRefused(
                Findings.at(1).measured("1.2", "12", MeasureUnit.days),
                new Refusal.NotMeasurableSo(code("1.2"), MeasureUnit.days, measure(1, "1.2")));
    }

    @Test
    void a_resolution_with_one_dimension_is_refused() {
        assertRefused(
                Findings.at(3).measured("3.3", "352", MeasureUnit.px),
                new Refusal.NotMeasurableSo(code("3.3"), MeasureUnit.px, measure(3, "3.3")));
    }

    @Test
    void an_area_with_two_dimensions_is_refused() {
        assertRefused(
                Findings.at(1).measured("1.2", "12", "4", MeasureUnit.m2, null),
                new Refusal.NotMeasurableSo(code("1.2"), MeasureUnit.m2, measure(1, "1.2")));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.2, 9.999, , m2", "3, 3.1, 379, , TVL", "3, 3.2, 239.5, , TVL", "4, 4.2, 29, , days", "4, 4.2, 0, , days",
        "3, 3.3, 351, 288, px", "3, 3.3, 352, 287, px", "3, 3.3, 288, 352, px"
    })
    void a_missed_threshold_that_nothing_answers_for_is_refused(
            int item, String checkpoint, String value, @Nullable String by, MeasureUnit unit) {
        assertRefused(
                Findings.at(item).measured(checkpoint, value, by, unit, null),
                new Refusal.ThresholdMissed(
                        code(checkpoint), measured(value), by == null ? null : measured(by), measure(item, checkpoint)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.2, 10, , m2", "1, 1.2, 10.00, , m2", "3, 3.1, 380, , TVL", "3, 3.2, 240, , TVL", "4, 4.2, 30, , days",
        "4, 4.2, 90, , days", "3, 3.3, 352, 288, px", "3, 3.3, 1920, 1080, px"
    })
    void a_met_threshold_costs_nothing(
            int item, String checkpoint, String value, @Nullable String by, MeasureUnit unit) {
        ItemScore score = score(Findings.at(item).measured(checkpoint, value, by, unit, null));

        assertThat(score.score()).isEqualTo(score.points());
    }

    @Test
    void a_missed_threshold_is_answered_for_by_a_deduction_at_its_checkpoint() {
        assertThat(score(Findings.at(1).measured("1.2", "8", MeasureUnit.m2).off("1.2", "2")).score())
                .isEqualTo(new Points("8"));
    }

    @Test
    void a_deduction_at_another_checkpoint_does_not_answer_for_a_missed_threshold() {
        assertRefused(
                Findings.at(1).measured("1.2", "8", MeasureUnit.m2).off("1.1", "2"),
                new Refusal.ThresholdMissed(code("1.2"), measured("8"), null, measure(1, "1.2")));
    }

    @Test
    void a_missed_threshold_is_answered_for_by_a_written_waiver() {
        assertThat(score(Findings.at(1).measured("1.2", "9.5", null, MeasureUnit.m2, "老校舍，已列入改造计划")).score())
                .isEqualTo(new Points("10"));
    }

    @Test
    void what_does_not_apply_is_not_measured() {
        assertRefused(
                Findings.at(1).measured("1.2", "8", MeasureUnit.m2).notApplicable("1.2"),
                contradicted("1.2", Refusal.Contradiction.MEASURED_BUT_NOT_APPLICABLE));
    }

    @Test
    void a_checkpoint_is_measured_once() {
        assertRefused(
                Findings.at(4).measured("4.2", "31", MeasureUnit.days).measured("4.2", "12", MeasureUnit.days),
                contradicted("4.2", Refusal.Contradiction.MEASURED_TWICE));
    }

    @Test
    void a_threshold_that_is_met_is_not_waived() {
        assertRefused(
                Findings.at(1).measured("1.2", "12", null, MeasureUnit.m2, "老校舍"),
                contradicted("1.2", Refusal.Contradiction.WAIVED_BUT_MET));
    }

    @Test
    void a_missed_threshold_is_waived_or_deducted_and_not_both() {
        assertRefused(
                Findings.at(1).measured("1.2", "8", null, MeasureUnit.m2, "老校舍").off("1.2", "2"),
                contradicted("1.2", Refusal.Contradiction.WAIVED_BUT_DEDUCTED));
    }

    private static Refusal contradicted(String code, Refusal.Contradiction contradiction) {
        return new Refusal.MeasurementContradicted(code(code), contradiction);
    }

    @Test
    void a_sheet_without_some_items_is_refused_and_names_them() {
        List<ItemFindings> sheet = new ArrayList<>(Findings.allFine());
        sheet.remove(14);
        sheet.remove(2);

        assertThatThrownBy(() -> Scoresheet.of(Guannan.STANDARD, sheet))
                .asInstanceOf(type(RefusedException.class))
                .extracting(RefusedException::refusal)
                .isEqualTo(new Refusal.ItemsIncomplete(
                        15, List.of(Guannan.item(3), Guannan.item(15)), List.of()));
    }

    @Test
    void a_sheet_with_an_item_twice_is_refused_and_names_it() {
        List<ItemFindings> sheet = new ArrayList<>(Findings.allFine());
        sheet.add(Findings.at(7).done());
        sheet.add(Findings.at(7).off("7.1", "1").done());

        assertThatThrownBy(() -> Scoresheet.of(Guannan.STANDARD, sheet))
                .asInstanceOf(type(RefusedException.class))
                .extracting(RefusedException::refusal)
                .isEqualTo(new Refusal.ItemsIncomplete(15, List.of(), List.of(Guannan.item(7))));
    }

    private static Refusal unknownInItemFour(String checkpoint) {
        return new Refusal.UnknownCheckpoint(Guannan.item(4), code(checkpoint), List.of(code("4.1"), code("4.2")));
    }

    private static void assertRefused(Findings findings, Refusal refusal) {
        assertThatThrownBy(() -> score(findings))
                .asInstanceOf(type(RefusedException.class))
                .extracting(RefusedException::refusal)
                .isEqualTo(refusal);
    }

    private static ItemScore score(Findings findings) {
        return FindingsPolicy.score(Guannan.STANDARD, findings.done());
    }

    @Test
    void deductions_that_add_up_to_more_than_any_points_are_a_slip() {
        Standard standard = Guannan.STANDARD;
        Deduction five = new Deduction(code("3.1"), new Points("5"), new Reason("x"), List.of());
        ItemFindings enough = new ItemFindings(new ItemNo(3), Collections.nCopies(200, five), List.of(), List.of());
        ItemFindings more = new ItemFindings(new ItemNo(3), Collections.nCopies(201, five), List.of(), List.of());

        assertThat(FindingsPolicy.score(standard, enough).deducted()).isEqualTo(Points.LARGEST);
        assertThatThrownBy(() -> FindingsPolicy.score(standard, more))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(new Refusal.TooMuchDeducted(
                                new ItemNo(3), new BigDecimal("1005"), Points.LARGEST)));
    }

    private static CheckpointCode code(String code) {
        return Guannan.checkpoint(code);
    }

    private static MeasuredValue measured(String value) {
        return new MeasuredValue(new BigDecimal(value));
    }

    private static Measure measure(int item, String checkpoint) {
        return Objects.requireNonNull(Guannan.STANDARD.items().get(item - 1)
                .checkpoint(code(checkpoint))
                .orElseThrow()
                .measure());
    }

    /** The first category alone, in whole steps: 10 and 10 points. */
    private static Standard inStepsOf(String step) {
        Standard all = Guannan.STANDARD;
        return new Standard(
                all.standardId(), all.name(), all.source(), new Points("20"), new Points(step),
                new GradeBands(List.of(
                        new GradeBands.Band(
                                Grade.LEVEL_1, new Points("18")),
                        new GradeBands.Band(
                                Grade.NOT_ATTAINED, Points.ZERO))),
                List.of(new Category(
                        all.categories().getFirst().category(), all.categories().getFirst().name(), new Points("20"))),
                all.items().subList(0, 2));
    }
}
