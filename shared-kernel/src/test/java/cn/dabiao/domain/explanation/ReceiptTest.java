package cn.dabiao.domain.explanation;

import static cn.dabiao.examples.Findings.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.dabiao.domain.assessment.AssessmentEvent.AppealDecided;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealLodged;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.assessment.AssessmentEvent.SelfAssessed;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;
import cn.dabiao.examples.Guannan;

/** RULES.md §3 and §4.10: a score that can be added up, and every change of it with what it rests on. */
class ReceiptTest {

    @Test
    void every_item_is_its_points_less_its_deductions_each_with_the_event_that_made_it() {
        GradedSchool school = GradedSchool.gradedWith(at(1).off("1.1", "2").off("1.3", "0.5"), at(4).off("4.2", "1"));
        Receipt receipt = school.receipt();

        ItemLine room = item(receipt, 1);
        assertThat(room.deducted()).isEqualTo(new Points("2.5"));
        assertThat(room.score()).isEqualTo(new Points("7.5"));
        assertThat(room.counted()).hasSize(2).allSatisfy(line -> {
            assertThat(line.broughtBy().position()).isEqualTo(school.scoringOf(1, 1));
            assertThat(line.endedBy()).isNull();
        });
        assertThat(item(receipt, 2).score()).isEqualTo(new Points("10"));
        assertThat(item(receipt, 2).changes()).extracting(ItemChange::position).containsExactly(school.scoringOf(1, 2));
        assertThat(receipt.categories()).extracting(it -> it.score().toString()).containsExactly("26.5", "15", "35", "20");
        assertThat(receipt.total()).isEqualTo(new Points("96.5"));
        assertThat(receipt.standing()).contains(Grade.LEVEL_1);
        assertThat(receipt.agrees()).isTrue();
        assertThat(receipt.isProvisional()).isFalse();
    }

    @Test
    void what_is_deducted_beyond_an_items_points_takes_nothing_from_the_total() {
        Receipt receipt = GradedSchool.gradedWith(at(4).off("4.1", "3").off("4.2", "4.5")).receipt();

        assertThat(item(receipt, 4).deducted()).isEqualTo(new Points("7.5"));
        assertThat(item(receipt, 4).beyond()).isEqualTo(new Points("2.5"));
        assertThat(item(receipt, 4).score()).isEqualTo(Points.ZERO);
        assertThat(receipt.total()).isEqualTo(new Points("95"));
        assertThat(receipt.agrees()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "10, LEVEL_1, 90, -", "10.5, LEVEL_2, 80, 90", "20, LEVEL_2, 80, 90", "30, LEVEL_3, 70, 80",
        "30.5, NOT_ATTAINED, 0, 70"
    })
    void the_band_includes_its_lower_bound_and_not_its_upper_one(
            String lost, Grade grade, String from, @Nullable String below) {
        Points first = new Points(lost).minusToZero(new Points("20"));
        Points rest = new Points(lost).minusToZero(first);
        Points second = rest.minusToZero(new Points("10"));
        Points third = rest.minusToZero(second);
        GradedSchool school = GradedSchool.whoseReviewIsOpen();
        fine(school, 3, 7);
        fine(school, 9, 15);
        lose(school, 1, "1.1", third);
        lose(school, 2, "2.1", second);
        lose(school, 8, "8.1", first);

        Receipt receipt = school.signed(1).graded(1).receipt();

        assertThat(receipt.band())
                .contains(new Band(grade, new Points(from), below == null ? null : new Points(below)));
        assertThat(receipt.agrees()).isTrue();
    }

    @Test
    void an_item_scored_anew_counts_as_scored_last_and_shows_what_it_had() {
        GradedSchool school = GradedSchool.whoseReviewIsOpen().scored(1, at(1).off("1.1", "2"));
        long before = school.last();
        school.scored(1, at(1).off("1.1", "2").off("1.2", "1"));
        fine(school, 2, 15);
        ItemLine room = item(school.signed(1).graded(1).receipt(), 1);

        assertThat(room.deducted()).isEqualTo(new Points("3"));
        assertThat(room.counted()).extracting(line -> line.broughtBy().position())
                .containsOnly(school.scoringOf(1, 1));
        assertThat(room.deductions()).filteredOn(line -> !line.counted()).singleElement().satisfies(line -> {
            assertThat(line.broughtBy().position()).isEqualTo(before);
            assertThat(Objects.requireNonNull(line.endedBy()).position()).isEqualTo(school.scoringOf(1, 1));
        });
    }

    @Test
    void a_correction_ends_what_it_takes_back_and_leaves_the_rest_where_it_was_made() {
        GradedSchool school = GradedSchool.gradedWith(at(1).off("1.1", "2").off("1.2", "9"))
                .corrected(1, at(1).off("1.1", "2").off("1.3", "0.5"));
        Receipt receipt = school.receipt();
        ItemLine room = item(receipt, 1);
        long correction = school.first(ScoreCorrected.class);

        assertThat(room.deductions()).hasSize(3);
        assertThat(room.counted()).extracting(line -> line.deduction().checkpoint() + " " + line.broughtBy().position())
                .containsExactly("1.1 " + school.scoringOf(1, 1), "1.3 " + correction);
        assertThat(room.deductions().getLast().deduction().checkpoint()).hasToString("1.2");
        assertThat(Objects.requireNonNull(room.deductions().getLast().endedBy()).position()).isEqualTo(correction);
        assertThat(room.changes().getLast().basis()).isEqualTo(Basis.CORRECTION);
        assertThat(room.changes().getLast().authority()).hasToString("灌教安〔2018〕7号");
        assertThat(room.score()).isEqualTo(new Points("7.5"));
        assertThat(room.carriedInto(1)).isNull();
        StatedGrade stated = Objects.requireNonNull(receipt.stated());
        assertThat(stated.isRevised()).isTrue();
        assertThat(stated.position()).isEqualTo(school.first(GradeRevised.class));
        assertThat(stated.assignedAt()).isEqualTo(school.first(GradeAssigned.class));
        assertThat(receipt.agrees()).isTrue();
    }

    @Test
    void a_correction_that_an_appeal_asked_for_names_where_it_was_lodged_and_decided() {
        GradedSchool school = GradedSchool.gradedWith(at(1).off("1.1", "2")).appealed("a1", 1).upheld("a1", at(1));
        Receipt receipt = school.receipt();
        ItemChange last = item(receipt, 1).standing().orElseThrow();

        assertThat(last.basis()).isEqualTo(Basis.APPEAL);
        assertThat(last.appealId()).hasToString("a1");
        assertThat(last.restsOn())
                .containsExactly(school.first(AppealLodged.class), school.first(AppealDecided.class));
        assertThat(receipt.total()).isEqualTo(new Points("100"));
        assertThat(receipt.positions()).containsAll(last.restsOn());
        assertThat(receipt.agrees()).isTrue();
    }

    /** What happened between two events of one decision was never a state of the assessment that anybody graded. */
    @Test
    void a_correction_counts_from_the_revision_on() {
        GradedSchool school = GradedSchool.gradedWith(at(1).off("1.1", "2")).corrected(1, at(1));

        assertThat(school.receiptBeforeTheLastEvent().total()).isEqualTo(new Points("98"));
        assertThat(school.receiptBeforeTheLastEvent().agrees()).isTrue();
        assertThat(school.receipt().total()).isEqualTo(new Points("100"));
    }

    @Test
    void what_a_later_round_does_not_score_is_carried_over_from_the_round_that_did() {
        GradedSchool school = GradedSchool.gradedWith(at(1).off("1.1", "2"), at(4).off("4.2", "1"))
                .opened(2).scored(2, at(1).off("1.2", "0.5")).signed(2).graded(2);
        Receipt receipt = school.receipt();

        assertThat(receipt.round()).isEqualTo(new OpenedRound(2, school.last(ReviewOpened.class)));
        assertThat(item(receipt, 4).carriedInto(2)).isEqualTo(1);
        assertThat(item(receipt, 4).score()).isEqualTo(new Points("4"));
        assertThat(item(receipt, 4).counted().getFirst().broughtBy().position()).isEqualTo(school.scoringOf(1, 4));
        assertThat(item(receipt, 1).carriedInto(2)).isNull();
        assertThat(item(receipt, 1).score()).isEqualTo(new Points("9.5"));
        assertThat(item(receipt, 1).changes()).extracting(ItemChange::position)
                .containsExactly(school.scoringOf(1, 1), school.scoringOf(2, 1));
        assertThat(receipt.total()).isEqualTo(new Points("98.5"));
        assertThat(receipt.agrees()).isTrue();
    }

    @Test
    void a_correction_reaches_the_round_into_which_the_item_is_carried_and_no_other_item() {
        GradedSchool school = GradedSchool.gradedWith(at(1).off("1.1", "2"), at(4).off("4.2", "1"))
                .opened(2).scored(2, at(1).off("1.2", "0.5"))
                .corrected(1, at(4).off("4.2", "0.5"))
                .corrected(1, at(1))
                .signed(2).graded(2);
        Receipt receipt = school.receipt();

        assertThat(item(receipt, 4).score()).isEqualTo(new Points("4.5"));
        assertThat(item(receipt, 4).standing().orElseThrow().basis()).isEqualTo(Basis.CORRECTION);
        assertThat(item(receipt, 4).carriedInto(2)).isEqualTo(1);
        assertThat(item(receipt, 1).score()).as("scored in round 2 itself").isEqualTo(new Points("9.5"));
        assertThat(receipt.agrees()).isTrue();
    }

    @Test
    void the_grade_in_force_is_explained_while_the_next_round_is_under_way() {
        Receipt receipt = GradedSchool.gradedWith(at(1).off("1.1", "2"))
                .opened(2).scored(2, at(1).off("1.1", "9")).receipt();

        assertThat(Objects.requireNonNull(receipt.round()).round()).isEqualTo(1);
        assertThat(receipt.total()).isEqualTo(new Points("98"));
        assertThat(receipt.isProvisional()).isFalse();
    }

    @Test
    void a_determination_stands_above_the_score_until_it_is_revoked() {
        GradedSchool school = GradedSchool.gradedWith(at(1).off("1.1", "2")).determined();
        Receipt receipt = school.receipt();

        assertThat(receipt.band()).map(Band::grade).contains(Grade.LEVEL_1);
        assertThat(receipt.standing()).contains(Grade.NOT_ATTAINED);
        assertThat(Objects.requireNonNull(receipt.determined()).ground()).isEqualTo(Ground.SLOW_PROGRESS);
        assertThat(receipt.determined().position()).isEqualTo(school.first(NotAttainedDetermined.class));
        assertThat(receipt.agrees()).isTrue();

        assertThat(school.revoked("a1").receipt().standing()).contains(Grade.LEVEL_1);
    }

    @Test
    void while_no_grade_is_given_the_receipt_is_provisional_and_adds_up_what_is_scored() {
        Receipt receipt = GradedSchool.whoseReviewIsOpen().scored(1, at(1).off("1.1", "2")).receipt();

        assertThat(receipt.isProvisional()).isTrue();
        assertThat(item(receipt, 1).score()).isEqualTo(new Points("8"));
        assertThat(item(receipt, 2).score()).isNull();
        assertThat(item(receipt, 2).changes()).isEmpty();
        assertThat(receipt.total()).isEqualTo(new Points("8"));
        assertThat(receipt.band()).isEmpty();
        assertThat(receipt.standing()).isEmpty();
        assertThat(receipt.agrees()).isTrue();
    }

    @Test
    void a_determination_before_any_review_is_all_there_is_to_say() {
        Receipt receipt = GradedSchool.thatOnlyApplied().determined().receipt();

        assertThat(receipt.round()).isNull();
        assertThat(receipt.total()).isEqualTo(Points.ZERO);
        assertThat(receipt.standing()).contains(Grade.NOT_ATTAINED);
    }

    @Test
    void before_any_review_there_is_nothing_to_explain() {
        assertThatThrownBy(() -> GradedSchool.thatOnlyApplied().receipt())
                .isInstanceOfSatisfying(RefusedException.class, it -> assertThat(it.refusal())
                        .isEqualTo(new Refusal.NothingToExplain(Guannan.ASSESSMENT, Phase.APPLIED)));
    }

    @Test
    void a_ledger_that_says_another_total_is_found_out_and_both_are_shown() {
        GradedSchool school = GradedSchool.whoseReviewIsOpen();
        fine(school, 1, 15);
        Receipt receipt = school.signed(1).gradedWithTotal(1, "89").receipt();

        assertThat(receipt.agrees()).isFalse();
        assertThat(receipt.total()).isEqualTo(new Points("100"));
        assertThat(Objects.requireNonNull(receipt.stated()).total()).isEqualTo(new Points("89"));
    }

    @Test
    void it_names_every_event_that_it_rests_on_and_no_other() {
        GradedSchool school = GradedSchool.gradedWith(at(1).off("1.1", "2")).determined();

        List<Long> scorings = IntStream.rangeClosed(1, 15)
                .mapToObj(item -> school.scoringOf(1, item)).toList();
        assertThat(school.receipt().positions())
                .isSorted()
                .containsAll(scorings)
                .contains(
                        school.first(PlanSubmitted.class), school.first(SelfAssessed.class),
                        school.first(ReviewOpened.class), school.first(GradeAssigned.class),
                        school.first(NotAttainedDetermined.class))
                .hasSize(15 + 5);
    }

    @Test
    void what_the_school_gave_itself_stands_beside_it() {
        GradedSchool school = GradedSchool.gradedWith(at(1).off("1.1", "2"));
        SelfTotal self = Objects.requireNonNull(school.receipt().selfTotal());

        assertThat(self.total()).isEqualTo(new Points("100"));
        assertThat(self.position()).isEqualTo(school.first(SelfAssessed.class));
    }

    private static ItemLine item(Receipt receipt, int item) {
        return receipt.item(Guannan.item(item)).orElseThrow();
    }

    private static void fine(GradedSchool school, int from, int to) {
        IntStream.rangeClosed(from, to).forEach(item -> school.scored(1, at(item)));
    }

    private static void lose(GradedSchool school, int item, String checkpoint, Points points) {
        school.scored(1, points.equals(Points.ZERO) ? at(item) : at(item).off(checkpoint, points.toString()));
    }
}
