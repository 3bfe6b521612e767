package cn.dabiao.command.assessment;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;

import cn.dabiao.command.assessment.Step.Caller;
import cn.dabiao.command.assessment.Step.Later;
import cn.dabiao.command.assessment.Step.Seen;
import cn.dabiao.command.assessment.Step.Want;

/** Lives of an assessment in which anybody tries anything. */
final class RandomLives {

    private RandomLives() {}

    static Arbitrary<ActionChain<Life>> of(LivesTally tally) {
        return ActionChain.startWith(() -> new Life(tally))
                .withAction(new TakeAStep())
                .withMaxTransformations(40);
    }

    private static final class TakeAStep implements Action.Independent<Life> {

        private static final Arbitrary<Transformer<Life>> STEPS =
                steps().map(step -> Transformer.mutate(step.toString(), life -> life.take(step)));

        @Override
        public Arbitrary<Transformer<Life>> transformer() {
            return STEPS;
        }
    }

    /** Mostly what makes a life go on, so that it gets far. */
    private static Arbitrary<Step> steps() {
        Arbitrary<Want> wants = Arbitraries.frequencyOf(
                Tuple.of(50, Arbitraries.just(Want.NEXT)),
                Tuple.of(10, Arbitraries.of(Want.REPLACE_PLAN, Want.SELF_ASSESS, Want.APPLY, Want.ACCEPT, Want.RETURN,
                        Want.WITHDRAW_APPLICATION, Want.DRAW, Want.OPEN_REVIEW, Want.SIGN, Want.GRADE)),
                Tuple.of(8, Arbitraries.of(Want.REPLACE_INSPECTOR, Want.SCORE_ITEM)),
                Tuple.of(6, Arbitraries.of(Want.DETERMINE, Want.ISSUE_MEASURE, Want.WITHDRAW_MEASURE)),
                Tuple.of(10, Arbitraries.of(Want.ORDER, Want.REPORT, Want.VERIFY)),
                Tuple.of(10, Arbitraries.of(Want.RECORD_MINUTES, Want.CONFIRM_COMMITMENT)),
                Tuple.of(16, Arbitraries.of(Want.APPEAL, Want.DECIDE, Want.CORRECT)),
                Tuple.of(6, Arbitraries.just(Want.CALENDAR)),
                Tuple.of(1, Arbitraries.just(Want.CLOSE_CAMPAIGN)));
        Arbitrary<Caller> callers = Arbitraries.frequencyOf(
                Tuple.of(95, Arbitraries.just(Caller.RIGHT)), Tuple.of(5, Arbitraries.of(Caller.class)));
        Arbitrary<Seen> seen = Arbitraries.frequencyOf(
                Tuple.of(90, Arbitraries.just(Seen.LATEST)),
                Tuple.of(8, Arbitraries.just(Seen.LATEST_OF_ITEM)),
                Tuple.of(4, Arbitraries.of(Seen.class)));
        Arbitrary<Later> later = Arbitraries.frequencyOf(
                Tuple.of(50, Arbitraries.of(Later.A_MINUTE, Later.AN_HOUR)),
                Tuple.of(20, Arbitraries.just(Later.A_DAY)),
                Tuple.of(6, Arbitraries.of(Later.A_WEEK, Later.AT_THE_LAST_MOMENT, Later.JUST_TOO_LATE)));
        Arbitrary<Integer> dice =
                Arbitraries.integers().greaterOrEqual(0).withDistribution(RandomDistribution.uniform());
        return Combinators.combine(wants, callers, seen, later, dice).as(Step::new);
    }
}
