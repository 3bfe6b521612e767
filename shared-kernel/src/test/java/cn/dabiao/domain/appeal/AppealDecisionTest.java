package cn.dabiao.domain.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import cn.dabiao.domain.appeal.AppealDecision.NewDeductions;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealLodged;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Misfit;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Statement;
import cn.dabiao.examples.Guannan;

class AppealDecisionTest {

    private static final AppealId A1 = new AppealId("a1");
    private static final Appeal ITEMS = appeal(false, 3, 5);
    private static final Appeal DETERMINATION = appeal(true);
    private static final Appeal BOTH = appeal(true, 3);

    @Test
    void what_fits_passes() {
        for (Appeal appeal : List.of(ITEMS, DETERMINATION, BOTH)) {
            fits(appeal, AppealOutcome.DISMISSED);
        }
        fits(ITEMS, AppealOutcome.UPHELD, 3, 5);
        fits(ITEMS, AppealOutcome.PARTLY_UPHELD, 5);
        fits(DETERMINATION, AppealOutcome.UPHELD);
        fits(BOTH, AppealOutcome.UPHELD, 3);
        fits(BOTH, AppealOutcome.PARTLY_UPHELD, 3);
        fits(BOTH, AppealOutcome.PARTLY_UPHELD);
    }

    @Test
    void what_contradicts_itself_does_not() {
        misfits(ITEMS, Misfit.CHANGED_THOUGH_DISMISSED, AppealOutcome.DISMISSED, 3);
        misfits(ITEMS, Misfit.UPHELD_BUT_UNCHANGED, AppealOutcome.UPHELD);
        misfits(ITEMS, Misfit.UPHELD_BUT_UNCHANGED, AppealOutcome.PARTLY_UPHELD);
        misfits(ITEMS, Misfit.ITEM_TWICE, AppealOutcome.UPHELD, 3, 5, 3);
        misfits(DETERMINATION, Misfit.NO_HALF_DETERMINATION, AppealOutcome.PARTLY_UPHELD);
        misfits(BOTH, Misfit.UPHELD_BUT_UNCHANGED, AppealOutcome.UPHELD);
    }

    @Test
    void nothing_is_changed_that_was_not_contested() {
        refuses(
                () -> decision(AppealOutcome.UPHELD, 3, 4).requireFor(ITEMS),
                new Refusal.ItemsNotContested(A1, List.of(Guannan.item(4)), ITEMS.items()));
        refuses(
                () -> decision(AppealOutcome.UPHELD, 4).requireFor(DETERMINATION),
                new Refusal.ItemsNotContested(A1, List.of(Guannan.item(4)), List.of()));
    }

    @Test
    void a_determination_falls_when_it_was_contested_and_the_appeal_is_upheld_whole_or_in_this_part() {
        assertThat(decision(AppealOutcome.UPHELD).revokesDetermination(DETERMINATION)).isTrue();
        assertThat(decision(AppealOutcome.UPHELD, 3).revokesDetermination(BOTH)).isTrue();
        assertThat(decision(AppealOutcome.PARTLY_UPHELD).revokesDetermination(BOTH)).isTrue();
        assertThat(decision(AppealOutcome.PARTLY_UPHELD, 3).revokesDetermination(BOTH)).isFalse();
        assertThat(decision(AppealOutcome.DISMISSED).revokesDetermination(BOTH)).isFalse();
        assertThat(decision(AppealOutcome.UPHELD, 3).revokesDetermination(ITEMS)).isFalse();
    }

    @Test
    void an_item_may_stay_or_rise_and_not_fall() {
        assertThat(AppealDecision.worsening(Guannan.item(3), new Points("4"), new Points("4"))).isEmpty();
        assertThat(AppealDecision.worsening(Guannan.item(3), new Points("4"), new Points("4.5"))).isEmpty();
        assertThat(AppealDecision.worsening(Guannan.item(3), new Points("4"), new Points("3.5")))
                .contains(new Refusal.AppealWorsens(Guannan.item(3), new Points("4"), new Points("3.5")));
    }

    private static void fits(Appeal appeal, AppealOutcome outcome, Integer... items) {
        assertThatCode(() -> decision(outcome, items).requireFor(appeal)).doesNotThrowAnyException();
    }

    private static void misfits(Appeal appeal, Misfit misfit, AppealOutcome outcome, Integer... items) {
        refuses(
                () -> decision(outcome, items).requireFor(appeal),
                new Refusal.DecisionDoesNotFit(A1, outcome, misfit));
    }

    private static AppealDecision decision(AppealOutcome outcome, Integer... items) {
        return new AppealDecision(
                outcome, Stream.of(items).map(no -> new NewDeductions(Guannan.item(no), List.of())).toList());
    }

    private static Appeal appeal(boolean determination, Integer... items) {
        return Appeal.lodged(new AppealLodged(
                Guannan.ASSESSMENT, A1, items.length == 0 ? null : 1, Stream.of(items).map(Guannan::item).toList(),
                determination, new Statement("请予复核"), List.of(), Guannan.at("2018-04-20T09:00")));
    }

    private static void refuses(ThrowingCallable attempt, Refusal refusal) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }
}
