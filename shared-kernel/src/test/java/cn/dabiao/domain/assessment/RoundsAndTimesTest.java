package cn.dabiao.domain.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.examples.Guannan;
import cn.dabiao.examples.Path;

class RoundsAndTimesTest {

    private static final LocalDate VISIT = LocalDate.of(2018, 4, 10);
    private static final Instant NOW = Guannan.at("2018-04-10T15:00");

    @Test
    void a_command_names_the_latest_round() {
        AssessmentState state = Path.after(Path.upToReview());

        assertThat(Rounds.current(state, 1, Action.SCORE_ITEM).round()).isEqualTo(1);
    }

    @Test
    void before_any_round_there_is_none_to_name() {
        AssessmentState state = Path.after(Path.upToDraw());

        refuses(() -> Rounds.current(state, 1, Action.SCORE_ITEM),
                new Refusal.WrongPhase(Action.SCORE_ITEM, Phase.INSPECTORS_DRAWN, Action.SCORE_ITEM.phases()));
    }

    @Test
    void a_round_that_never_was_is_not_found() {
        AssessmentState state = Path.after(Path.upToReview());

        refuses(() -> Rounds.current(state, 2, Action.SIGN_REVIEW), new Refusal.NotFound(Thing.REVIEW_ROUND, "2"));
    }

    @Test
    void an_earlier_round_is_not_the_current_one() {
        AssessmentState state = Path.after(Stream.concat(Path.upToGrade(), Stream.of(Path.drawn(2), Path.opened(2))));

        refuses(() -> Rounds.current(state, 1, Action.SCORE_ITEM), new Refusal.NotCurrentRound(1, 2));
    }

    @Test
    void an_item_can_be_scored_from_the_first_minute_of_the_visits_local_day_until_now() {
        assertThatCode(() -> require(Guannan.at("2018-04-10T00:00"))).doesNotThrowAnyException();
        assertThatCode(() -> require(NOW)).doesNotThrowAnyException();
    }

    @Test
    void an_item_cannot_be_scored_on_the_eve_of_the_visit_or_in_the_future() {
        Instant eve = Guannan.at("2018-04-10T00:00").minusNanos(1);
        Instant later = NOW.plusNanos(1);

        refuses(() -> require(eve), new Refusal.ScoredAtImpossible(eve, VISIT, NOW));
        refuses(() -> require(later), new Refusal.ScoredAtImpossible(later, VISIT, NOW));
    }

    private static void require(Instant scoredAt) {
        ScoringTime.require(scoredAt, VISIT, NOW, Guannan.SHANGHAI);
    }

    private static void refuses(ThrowingCallable attempt, Refusal refusal) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.refusal()).isEqualTo(refusal));
    }
}
