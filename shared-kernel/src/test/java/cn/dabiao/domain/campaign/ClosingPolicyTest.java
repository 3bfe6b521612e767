package cn.dabiao.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealLodged;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOrdered;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.assessment.OpenEnds;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Statement;
import cn.dabiao.examples.Guannan;
import cn.dabiao.examples.Path;

class ClosingPolicyTest {

    private static final Reason WHY = new Reason("该校已停办");

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_campaign_with_nothing_open_is_closed_without_a_reason(boolean force) {
        assertThatCode(() -> ClosingPolicy.require(List.of(), force, null)).doesNotThrowAnyException();
    }

    @Test
    void open_assessments_are_named_whatever_reason_is_given() {
        assertThat(refusal(open(2), false, WHY)).isEqualTo(new Refusal.OpenAssessmentsRemain(2, open(2)));
        assertThat(refusal(open(2), false, null)).isEqualTo(new Refusal.OpenAssessmentsRemain(2, open(2)));
    }

    @Test
    void of_many_the_first_fifty_are_named_and_all_are_counted() {
        assertThat(refusal(open(73), false, null))
                .isEqualTo(new Refusal.OpenAssessmentsRemain(73, open(73).subList(0, 50)));
        assertThat(refusal(open(50), false, null)).isEqualTo(new Refusal.OpenAssessmentsRemain(50, open(50)));
    }

    @Test
    void force_needs_a_reason_and_with_one_it_does() {
        assertThat(refusal(open(2), true, null)).isEqualTo(new Refusal.ForcedClosingNeedsReason(2));
        assertThatCode(() -> ClosingPolicy.require(open(2), true, WHY)).doesNotThrowAnyException();
    }

    @Test
    void an_assessment_is_open_until_it_is_graded_and_its_window_for_appeals_has_ended() {
        assertThat(openEnd(Path.after(Path.planSubmitted()), "2018-05-02T00:00")).contains(OpenEnd.NOT_GRADED);
        assertThat(openEnd(Path.after(Path.upToAllSigned()), "2018-05-02T00:00")).contains(OpenEnd.NOT_GRADED);
        assertThat(openEnd(Path.after(Path.upToGrade()), "2018-05-01T23:59")).contains(OpenEnd.APPEAL_WINDOW_OPEN);
        assertThat(openEnd(Path.after(Path.upToGrade()), "2018-05-02T00:00")).isEmpty();
    }

    @Test
    void an_order_that_is_not_verified_and_an_appeal_that_is_not_decided_keep_it_open() {
        AssessmentState graded = Path.after(Path.upToGrade());
        AssessmentState ordered = AssessmentState.evolve(graded, new RectificationOrdered(
                Guannan.ASSESSMENT, new OrderId("r1"), 1, List.of(Guannan.item(1)), List.of(),
                LocalDate.of(2018, 5, 10), Guannan.at("2018-04-17T09:00")));
        AssessmentState appealed = AssessmentState.evolve(graded, new AppealLodged(
                Guannan.ASSESSMENT, new AppealId("a1"), 1, List.of(Guannan.item(1)), false, new Statement("请予复核。"),
                List.of(), Guannan.at("2018-04-17T09:00")));

        assertThat(openEnd(ordered, "2018-06-02T00:00")).contains(OpenEnd.RECTIFICATION_OPEN);
        assertThat(openEnd(appealed, "2018-06-02T00:00")).contains(OpenEnd.APPEAL_OPEN);
    }

    @Test
    void a_further_round_that_has_begun_has_to_be_graded_and_a_determination_needs_no_round() {
        AssessmentState again = AssessmentState.evolve(Path.after(Path.upToGrade()), Path.opened(2));
        AssessmentState determined = AssessmentState.evolve(Path.after(Path.planSubmitted()), new NotAttainedDetermined(
                Guannan.ASSESSMENT, Ground.SLOW_PROGRESS, new Reason("两次催办后仍未动工"), Guannan.at("2018-05-15T09:00")));

        assertThat(openEnd(again, "2018-06-02T00:00")).contains(OpenEnd.NOT_GRADED);
        assertThat(openEnd(determined, "2018-05-30T23:59")).contains(OpenEnd.APPEAL_WINDOW_OPEN);
        assertThat(openEnd(determined, "2018-05-31T00:00")).isEmpty();
    }

    private static Optional<OpenEnd> openEnd(AssessmentState state, String localTime) {
        return OpenEnds.of(state, Guannan.campaign(), Guannan.at(localTime));
    }

    private static List<OpenAssessment> open(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> new OpenAssessment(
                        new SchoolCode(Integer.toString(2132072400 + number)), OpenEnd.NOT_GRADED))
                .toList();
    }

    private static Refusal refusal(List<OpenAssessment> open, boolean force, @Nullable Reason reason) {
        return catchThrowableOfType(RefusedException.class, () -> ClosingPolicy.require(open, force, reason))
                .refusal();
    }
}
