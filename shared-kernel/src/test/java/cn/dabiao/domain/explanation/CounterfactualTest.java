package cn.dabiao.domain.explanation;

import static cn.dabiao.examples.Findings.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import cn.dabiao.domain.explanation.Counterfactual.Difference;
import cn.dabiao.domain.explanation.Unmatched.Why;
import cn.dabiao.domain.standard.Checkpoint;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.Item;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.Points;
import cn.dabiao.examples.Guannan;

class CounterfactualTest {

    @Test
    void under_its_own_standard_nothing_differs() {
        Receipt receipt = GradedSchool.gradedWith(at(1).off("1.1", "2"), at(4).off("4.1", "5").off("4.2", "2")).receipt();
        Counterfactual same = Counterfactual.of(receipt, Guannan.STANDARD);

        assertThat(same.imagined()).isEqualTo(receipt);
        assertThat(same.unmatched()).isEmpty();
        assertThat(same.differences()).hasSize(15)
                .allMatch(it -> it.actual() != null && it.actual().equals(it.imagined()));
    }

    @Test
    void stricter_bands_lower_the_grade_of_the_same_total() {
        Counterfactual it = Counterfactual.of(
                GradedSchool.gradedWith(at(1).off("1.1", "2")).receipt(), OtherStandards.withBands("99", "90", "80"));

        assertThat(it.actual().band()).map(Band::grade).contains(Grade.LEVEL_1);
        assertThat(it.imagined().band()).contains(new Band(Grade.LEVEL_2, new Points("90"), new Points("99")));
        assertThat(it.imagined().total()).isEqualTo(new Points("98"));
    }

    @Test
    void an_item_that_is_worth_more_has_its_floor_lower() {
        Receipt receipt = GradedSchool.gradedWith(at(4).off("4.1", "5").off("4.2", "3")).receipt();
        Counterfactual it = Counterfactual.of(
                receipt, OtherStandards.withItem(4, item -> OtherStandards.worth(item, "10")));

        assertThat(line(it, 4).score()).isEqualTo(new Points("2"));
        assertThat(line(it, 4).beyond()).isEqualTo(Points.ZERO);
        assertThat(it.imagined().total()).isEqualTo(new Points("97"));
        assertThat(it.differences()).contains(new Difference(Guannan.item(4), Points.ZERO, new Points("2")));
    }

    @Test
    void an_item_that_is_worth_less_cannot_lose_more_than_that() {
        Receipt receipt = GradedSchool.gradedWith(at(8).off("8.1", "12")).receipt();
        Counterfactual it = Counterfactual.of(
                receipt, OtherStandards.withItem(8, item -> OtherStandards.worth(item, "5")));

        assertThat(line(it, 8).score()).isEqualTo(Points.ZERO);
        assertThat(line(it, 8).beyond()).isEqualTo(new Points("7"));
        assertThat(it.imagined().total()).isEqualTo(new Points("85"));
        assertThat(it.unmatched()).isEmpty();
    }

    @Test
    void a_deduction_at_a_checkpoint_that_the_other_does_not_have_is_listed_and_takes_nothing_off() {
        GradedSchool school = GradedSchool.gradedWith(at(1).off("1.1", "2").off("1.2", "3"));
        Standard other = OtherStandards.withItem(
                1, item -> OtherStandards.withCheckpoints(item, item.checkpoints().subList(0, 1)));
        Counterfactual it = Counterfactual.of(school.receipt(), other);

        assertThat(line(it, 1).score()).isEqualTo(new Points("8"));
        assertThat(line(it, 1).deductions()).extracting(DeductionLine::counted).containsExactly(true, false);
        assertThat(it.unmatched()).containsExactly(new Unmatched(
                Why.CHECKPOINT_MISSING, Guannan.item(1), Guannan.checkpoint("1.2"), new Points("3"),
                school.scoringOf(1, 1)));
    }

    @Test
    void a_deduction_between_the_others_steps_is_listed_and_takes_nothing_off() {
        Receipt receipt = GradedSchool.gradedWith(at(1).off("1.1", "2").off("1.2", "0.5")).receipt();
        Counterfactual it = Counterfactual.of(receipt, OtherStandards.withStep("1"));

        assertThat(line(it, 1).score()).isEqualTo(new Points("8"));
        assertThat(it.unmatched()).extracting(Unmatched::why).containsExactly(Why.OFF_STEP);
    }

    @Test
    void an_item_that_the_other_does_not_have_is_listed_with_each_of_its_deductions() {
        Receipt receipt = GradedSchool.gradedWith(at(15).off("15.1", "2").off("15.2", "1")).receipt();
        Counterfactual it = Counterfactual.of(receipt, OtherStandards.withoutTheLastItem());

        assertThat(it.imagined().item(Guannan.item(15))).isEmpty();
        assertThat(it.imagined().total()).isEqualTo(new Points("95"));
        assertThat(it.unmatched()).extracting(Unmatched::why).containsOnly(Why.ITEM_MISSING);
        assertThat(it.unmatched()).extracting(Unmatched::points)
                .containsExactly(null, new Points("2"), new Points("1"));
        assertThat(it.differences()).contains(new Difference(Guannan.item(15), new Points("2"), null));
    }

    @Test
    void what_the_other_asks_for_and_nobody_looked_at_is_listed_and_loses_nothing() {
        Receipt receipt = GradedSchool.gradedWith().receipt();
        Counterfactual item = Counterfactual.of(receipt, OtherStandards.withASixteenthItem());
        Counterfactual checkpoint = Counterfactual.of(receipt, OtherStandards.withItem(
                4, it -> OtherStandards.withCheckpoints(it, oneMore(it))));

        assertThat(line(item, 16).score()).isEqualTo(new Points("5"));
        assertThat(item.unmatched()).containsExactly(Unmatched.item(Why.ITEM_NOT_ASSESSED, Guannan.item(16)));
        assertThat(item.differences()).contains(new Difference(Guannan.item(16), null, new Points("5")));
        assertThat(checkpoint.unmatched()).extracting(Unmatched::why).containsExactly(Why.CHECKPOINT_NOT_ASSESSED);
    }

    @Test
    void what_was_taken_back_counts_under_no_standard() {
        Receipt receipt = GradedSchool.gradedWith(at(1).off("1.1", "2")).corrected(1, at(1)).receipt();
        Counterfactual it = Counterfactual.of(receipt, OtherStandards.withBands("99", "90", "80"));

        assertThat(it.imagined().total()).isEqualTo(new Points("100"));
        assertThat(line(it, 1).deductions()).singleElement().matches(line -> !line.counted());
    }

    @Test
    void a_determination_stands_above_the_other_standard_too() {
        Receipt receipt = GradedSchool.gradedWith().determined().receipt();

        assertThat(Counterfactual.of(receipt, OtherStandards.withStep("1")).imagined().standing())
                .contains(Grade.NOT_ATTAINED);
    }

    @Test
    void what_is_not_scored_yet_is_not_scored_under_another_standard() {
        Receipt receipt = GradedSchool.whoseReviewIsOpen().scored(1, at(1).off("1.1", "2")).receipt();
        Counterfactual it = Counterfactual.of(receipt, OtherStandards.withStep("1"));

        assertThat(line(it, 2).score()).isNull();
        assertThat(it.imagined().isProvisional()).isTrue();
        assertThat(it.differences()).contains(new Difference(Guannan.item(2), null, null));
    }

    private static ItemLine line(Counterfactual it, int item) {
        return it.imagined().item(Guannan.item(item)).orElseThrow();
    }

    private static List<Checkpoint> oneMore(Item item) {
        int next = item.checkpoints().size() + 1;
        Checkpoint more = new Checkpoint(
                Guannan.checkpoint(item.itemNo() + "." + next), item.text(), null);
        return Stream.concat(item.checkpoints().stream(), Stream.of(more)).toList();
    }
}
