package cn.dabiao.domain.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.examples.Guannan;
import cn.dabiao.examples.Path;

class AssessmentStateTest {

    @Test
    void an_assessment_begins_with_a_plan() {
        AssessmentState state = Path.after(Path.planSubmitted());

        assertThat(state.assessmentId()).isEqualTo(Guannan.ASSESSMENT);
        assertThat(state.bureau()).isEqualTo(Guannan.BUREAU);
        assertThat(state.standardId()).isEqualTo(Guannan.STANDARD.standardId());
        assertThat(state.phase()).isEqualTo(Phase.PLANNED);
        assertThat(state.tag()).isEqualTo("1");
        assertThat(state.plan()).isEqualTo(Path.planSubmitted());
        assertThat(state.selfAssessment()).isNull();
        assertThat(state.application()).isNull();
        assertThat(state.grade()).isNull();
        assertThat(state.currentDraw()).isEmpty();
        assertThat(state.currentReview()).isEmpty();
        assertThat(state.nextRound()).isEqualTo(1);
    }

    @Test
    void an_assessment_begins_with_nothing_else() {
        assertThatIllegalStateException().isThrownBy(() -> AssessmentState.evolve(null, Path.accepted()));
    }

    @Test
    void the_straight_path_leads_through_every_phase_and_counts_every_event() {
        List<Phase> phases = new ArrayList<>();
        List<AssessmentEvent> events = Path.upToGrade().toList();
        for (int length = 1; length <= events.size(); length++) {
            AssessmentState state = Path.after(events.subList(0, length).stream());
            assertThat(state.version()).isEqualTo(length);
            if (phases.isEmpty() || phases.getLast() != state.phase()) {
                phases.add(state.phase());
            }
        }

        assertThat(phases).containsExactly(
                Phase.PLANNED, Phase.SELF_ASSESSED, Phase.APPLIED, Phase.ACCEPTED, Phase.INSPECTORS_DRAWN,
                Phase.UNDER_REVIEW, Phase.REVIEWED, Phase.GRADED);
    }

    @Test
    void a_new_plan_replaces_the_plan_and_leaves_the_phase() {
        AssessmentState state = Path.after(Path.planSubmitted(), Path.selfAssessed("80"), Path.planSubmitted("修订方案"));

        assertThat(state.plan().title()).hasToString("修订方案");
        assertThat(state.phase()).isEqualTo(Phase.SELF_ASSESSED);
        assertThat(state.declaredSelfAssessment()).isEqualTo(Path.selfAssessed("80"));
        assertThat(state.version()).isEqualTo(3);
    }

    @Test
    void a_new_self_assessment_replaces_the_one_before() {
        AssessmentState state = Path.after(Path.planSubmitted(), Path.selfAssessed("60"), Path.selfAssessed("75"));

        assertThat(state.declaredSelfAssessment().total()).isEqualTo(new Points("75"));
    }

    @Test
    void a_returned_application_can_be_handed_in_again() {
        AssessmentState returned = Path.after(Stream.concat(Path.upToApplication(), Stream.of(Path.returned())));
        assertThat(returned.phase()).isEqualTo(Phase.RETURNED);
        assertThat(returned.application()).as("the form stays readable").isEqualTo(Path.applied());

        AssessmentState again = AssessmentState.evolve(returned, Path.applied());
        assertThat(again.phase()).isEqualTo(Phase.APPLIED);
        assertThat(again.version()).isEqualTo(5);
    }

    @Test
    void an_application_can_be_withdrawn_before_and_after_it_is_accepted() {
        AssessmentState applied = Path.after(Path.upToApplication());
        AssessmentState accepted = AssessmentState.evolve(applied, Path.accepted());

        assertThat(AssessmentState.evolve(applied, Path.withdrawn()).phase()).isEqualTo(Phase.WITHDRAWN);
        assertThat(AssessmentState.evolve(accepted, Path.withdrawn()).phase()).isEqualTo(Phase.WITHDRAWN);
    }

    @Test
    void a_redraw_never_deletes_the_earlier_draw() {
        AssessmentState state = Path.after(Stream.concat(Path.upToDraw(), Stream.of(Path.drawn(2))));

        assertThat(state.draws()).containsExactly(Path.drawn(1), Path.drawn(2));
        assertThat(state.currentDraw()).contains(Path.drawn(2));
        assertThat(state.hasOpenDraw()).isTrue();
        assertThat(AssessmentState.evolve(state, Path.opened(1)).hasOpenDraw()).isFalse();
    }

    @Test
    void an_opened_review_has_its_inspectors_and_no_scores() {
        AssessmentState state = Path.after(Path.upToReview());
        Review review = state.currentReview().orElseThrow();

        assertThat(review.round()).isEqualTo(1);
        assertThat(review.inspectors()).containsExactly(Path.LEAD, Path.SECOND);
        assertThat(review.lead()).isEqualTo(Path.LEAD);
        assertThat(review.items()).isEmpty();
        assertThat(review.notSignedBy()).containsExactly(Path.LEAD, Path.SECOND);
        assertThat(review.isComplete()).isFalse();
        assertThat(review.tagOf(Guannan.item(7))).isEqualTo("r1-i7-v0");
        assertThat(state.nextRound()).isEqualTo(2);
        assertThat(state.reviewOf(1)).contains(review);
        assertThat(state.reviewOf(2)).isEmpty();
    }

    @Test
    void scoring_an_item_changes_its_tag_and_no_other_items() {
        Review review = Path.after(Stream.concat(
                        Path.upToReview(), Stream.of(Path.scored(7, null, "5"), Path.scored(2, null, "8"))))
                .currentReview()
                .orElseThrow();

        assertThat(review.tagOf(Guannan.item(7))).isEqualTo("r1-i7-v1");
        assertThat(review.tagOf(Guannan.item(2))).isEqualTo("r1-i2-v1");
        assertThat(review.tagOf(Guannan.item(3))).isEqualTo("r1-i3-v0");
        assertThat(review.items()).extracting(ReviewedItem::itemNo)
                .as("in the order of the standard").containsExactly(Guannan.item(2), Guannan.item(7));
        assertThat(review.isScored(Guannan.item(7))).isTrue();
        assertThat(review.isScored(Guannan.item(8))).isFalse();
    }

    @Test
    void scoring_an_item_anew_replaces_what_it_had() {
        Review review = Path.after(Stream.concat(
                        Path.upToReview(),
                        Stream.of(Path.scored(7, null, "5"), Path.scored(8, null, "9"), Path.scored(7, "5", "3.5"))))
                .currentReview()
                .orElseThrow();

        assertThat(review.items()).hasSize(2);
        assertThat(review.item(Guannan.item(7))).hasValueSatisfying(item -> {
            assertThat(item.score()).isEqualTo(new Points("3.5"));
            assertThat(item.version()).isEqualTo(2);
            assertThat(item.scoredBy()).isEqualTo(Path.LEAD);
            assertThat(item.scoredAt()).isEqualTo(Guannan.at("2018-04-10T09:30"));
        });
        assertThat(review.tagOf(Guannan.item(7))).isEqualTo("r1-i7-v2");
    }

    @Test
    void a_round_is_complete_when_every_inspector_has_signed_and_not_before() {
        AssessmentState once = Path.after(Stream.concat(Path.upToAllScored(), Stream.of(Path.signed(Path.SECOND))));
        assertThat(once.phase()).isEqualTo(Phase.UNDER_REVIEW);
        assertThat(once.currentReview().orElseThrow().notSignedBy()).containsExactly(Path.LEAD);

        AssessmentState twice = AssessmentState.evolve(once, Path.signed(Path.LEAD));
        assertThat(twice.phase()).isEqualTo(Phase.REVIEWED);
        assertThat(twice.currentReview().orElseThrow().signedBy()).containsExactly(Path.SECOND, Path.LEAD);
        assertThat(twice.currentReview().orElseThrow().items()).hasSize(15);
    }

    @Test
    void the_grade_stays_with_its_scores() {
        AssessmentState state = Path.after(Path.upToGrade());

        assertThat(Objects.requireNonNull(state.grade()).grade()).isEqualTo(Grade.LEVEL_1);
        assertThat(state.currentReview().orElseThrow().items()).hasSize(15);
        assertThat(state.version()).isEqualTo(24);
    }

    @Test
    void a_second_round_carries_over_the_first_and_leaves_it_as_it_was() {
        AssessmentState first = Path.after(Path.upToGrade());
        AssessmentState second = AssessmentState.evolve(first, Path.opened(2));

        assertThat(second.reviews()).hasSize(2);
        assertThat(second.reviewOf(1)).isEqualTo(first.reviewOf(1));
        assertThat(second.currentReview().orElseThrow().round()).isEqualTo(2);
        assertThat(second.currentReview().orElseThrow().items()).hasSize(15).allSatisfy(item -> {
            assertThat(item.carriedFrom()).isEqualTo(1);
            assertThat(item.version()).isZero();
        });
        assertThat(second.phase()).isEqualTo(Phase.UNDER_REVIEW);
    }

    @Test
    void a_correction_of_the_round_before_comes_over_what_carried_over() {
        AssessmentState second = Path.after(
                Stream.concat(Path.upToGrade(), Stream.of(Path.opened(2), corrected(1, 7, "5", "3"))));

        assertThat(scoreOf(second, 1, 7)).isEqualTo(new Points("3"));
        assertThat(scoreOf(second, 2, 7)).isEqualTo(new Points("3"));
        assertThat(second.reviewOf(2).orElseThrow().tagOf(Guannan.item(7))).isEqualTo("r2-i7-v1");
    }

    @Test
    void a_correction_of_the_round_before_leaves_alone_what_a_round_corrected_itself() {
        AssessmentState second = Path.after(Stream.concat(
                Path.upToGrade(),
                Stream.of(Path.opened(2), corrected(1, 7, "5", "4"), corrected(2, 7, "4", "1"), corrected(1, 7, "4", "4.5"))));

        assertThat(scoreOf(second, 1, 7)).isEqualTo(new Points("4.5"));
        assertThat(scoreOf(second, 2, 7)).isEqualTo(new Points("1"));
        assertThat(second.reviewOf(2).orElseThrow().item(Guannan.item(7)).orElseThrow().carriedFrom()).isEqualTo(1);
    }

    @Test
    void a_fold_changes_no_state_it_came_from() {
        AssessmentState before = Path.after(Path.upToReview());
        AssessmentState copy = Path.after(Path.upToReview());

        assertThat(AssessmentState.evolve(before, Path.scored(1, null, "10"))).isNotEqualTo(before);
        assertThat(before).isEqualTo(copy);
    }

    private static Points scoreOf(AssessmentState state, int round, int item) {
        return state.reviewOf(round).orElseThrow().item(Guannan.item(item)).orElseThrow().score();
    }

    private static ScoreCorrected corrected(int round, int item, String before, String after) {
        return new ScoreCorrected(
                Guannan.ASSESSMENT, round, Guannan.item(item), List.of(), List.of(), List.of(), new Points(before),
                new Points(after), new Reason("复核后更正。"), null, new Authority("灌教复〔2018〕3号"),
                Guannan.at("2018-04-21T09:00"));
    }
}
