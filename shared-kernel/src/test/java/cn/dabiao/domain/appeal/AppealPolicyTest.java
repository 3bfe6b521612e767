package cn.dabiao.domain.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import cn.dabiao.domain.assessment.AssessmentEvent.AppealDecided;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealLodged;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.assessment.Terms;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Statement;
import cn.dabiao.examples.Guannan;
import cn.dabiao.examples.Path;

/** The example's grade is of 16 April, ten o'clock; the last day is 1 May. */
class AppealPolicyTest {

    private static final AppealId A1 = new AppealId("a1");
    private static final Terms IN_TIME = Guannan.terms("2018-05-01T23:59");
    private static final Terms TOO_LATE = Guannan.terms("2018-05-02T00:00");
    private static final AssessmentState GRADED = Path.after(Path.upToGrade());

    @Test
    void without_a_grade_or_a_determination_there_is_nothing_to_contest() {
        assertThat(AppealPolicy.refusal(Path.after(Path.upToAllSigned()), IN_TIME))
                .contains(new Refusal.NothingToContest());
    }

    @Test
    void a_grade_is_contested_until_the_end_of_its_window() {
        assertThat(AppealPolicy.refusal(GRADED, IN_TIME)).isEmpty();
        assertThat(AppealPolicy.refusal(GRADED, TOO_LATE))
                .contains(new Refusal.AppealWindowOver(LocalDate.of(2018, 5, 1), LocalDate.of(2018, 5, 2)));
    }

    @Test
    void one_open_window_is_enough() {
        AssessmentState determined = AssessmentState.evolve(GRADED, determined());

        assertThat(AppealPolicy.refusal(determined, TOO_LATE)).isEmpty();
        assertThat(AppealPolicy.refusal(determined, Guannan.terms("2018-06-01T00:00")))
                .contains(new Refusal.AppealWindowOver(LocalDate.of(2018, 5, 16), LocalDate.of(2018, 6, 1)));
    }

    @Test
    void when_all_has_been_contested_there_is_nothing_left() {
        AssessmentState items = AssessmentState.evolve(GRADED, lodged(false, Guannan.STANDARD.itemNos()));
        assertThat(AppealPolicy.refusal(items, IN_TIME)).contains(new Refusal.AlreadyAppealed(A1, Guannan.item(1)));

        AssessmentState allButOne = AssessmentState.evolve(
                GRADED, lodged(false, Guannan.STANDARD.itemNos().subList(0, 14)));
        assertThat(AppealPolicy.refusal(allButOne, IN_TIME)).isEmpty();

        AssessmentState determination = AssessmentState.evolve(items, determined());
        assertThat(AppealPolicy.refusal(determination, IN_TIME)).as("the determination is left").isEmpty();
    }

    @Test
    void a_determination_is_contested_once() {
        AssessmentState contested = Path.after(
                Path.planSubmitted(), determined(), lodged(true, List.of()));

        assertThat(AppealPolicy.refusal(contested, IN_TIME)).contains(new Refusal.AlreadyAppealed(A1, null));
    }

    @Test
    void an_item_waits_from_the_appeal_to_the_decision() {
        AssessmentState open = AssessmentState.evolve(GRADED, lodged(false, List.of(Guannan.item(3))));

        refuses(() -> AppealPolicy.requireUncontested(open, Guannan.item(3)), new Refusal.AppealsOpen(List.of(A1)));
        assertThatCode(() -> AppealPolicy.requireUncontested(open, Guannan.item(4))).doesNotThrowAnyException();
        AssessmentState decided = AssessmentState.evolve(open, new AppealDecided(
                Guannan.ASSESSMENT, A1, AppealOutcome.DISMISSED, new Reason("维持原评分"), Guannan.at("2018-04-20T09:00")));
        assertThatCode(() -> AppealPolicy.requireUncontested(decided, Guannan.item(3))).doesNotThrowAnyException();
    }

    @Test
    void only_when_every_item_waits_can_none_be_corrected() {
        AssessmentState all = AssessmentState.evolve(GRADED, lodged(false, Guannan.STANDARD.itemNos()));
        AssessmentState some = AssessmentState.evolve(GRADED, lodged(false, List.of(Guannan.item(3))));

        assertThat(AppealPolicy.allContested(all, Guannan.STANDARD)).contains(new Refusal.AppealsOpen(List.of(A1)));
        assertThat(AppealPolicy.allContested(some, Guannan.STANDARD)).isEmpty();
    }

    @Test
    void who_inspected_in_any_round_is_no_judge() {
        AssessmentState second = AssessmentState.evolve(GRADED, Path.opened(2));

        assertThat(AppealPolicy.partiality(second, Guannan.inspectorAccount(Path.LEAD)))
                .contains(new Refusal.DeciderTookPart(Path.LEAD, List.of(1, 2)));
        assertThat(AppealPolicy.partiality(second, Guannan.inspectorAccount(Guannan.inspector(9)))).isEmpty();
        assertThat(AppealPolicy.partiality(second, Guannan.office())).isEmpty();
    }

    private static AppealLodged lodged(boolean determination, List<ItemNo> items) {
        return new AppealLodged(
                Guannan.ASSESSMENT, A1, items.isEmpty() ? null : 1, items, determination, new Statement("请予复核"),
                List.of(), Guannan.at("2018-05-01T12:00"));
    }

    private static NotAttainedDetermined determined() {
        return new NotAttainedDetermined(
                Guannan.ASSESSMENT, Ground.SLOW_PROGRESS, new Reason("进展缓慢"), Guannan.at("2018-05-01T09:00"));
    }

    private static void refuses(ThrowingCallable attempt, Refusal refusal) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }
}
