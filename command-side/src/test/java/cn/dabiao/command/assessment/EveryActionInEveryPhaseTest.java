package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.LEAD;
import static cn.dabiao.command.assessment.Guannan.SECOND;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.refusal.Refusal;

/** The whole table of RULES §4: what can be done when. */
class EveryActionInEveryPhaseTest {

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("possible")
    void is_done_where_the_path_has_it(Action action, Phase phase) {
        Story story = Story.readyFor(action, phase).orElseThrow();
        Assessments.after(story, EveryCommand.that(action, EveryCommand.whoMay(action), story.tag()))
                .succeeds();
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("impossible")
    void is_refused_everywhere_else(Action action, Phase phase) {
        Story story = Story.in(phase);
        Assessments.after(story, EveryCommand.that(action, EveryCommand.whoMay(action), story.tag()))
                .isRefusedWith(refusal(action, phase));
    }

    /** Where the phase is right and nothing is there for it, the action says what it misses. */
    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("unprepared")
    void is_refused_where_nothing_waits_for_it(Action action, Phase phase) {
        Story story = Story.in(phase);
        Assessments.after(story, EveryCommand.that(action, EveryCommand.whoMay(action), story.tag()))
                .isRefusedWith(missing(action, phase));
    }

    private static Refusal missing(Action action, Phase phase) {
        return switch (action) {
            case CORRECT_SCORE -> new Refusal.NothingToCorrect(phase);
            case REPORT_RECTIFICATION -> new Refusal.NothingToRectify();
            case VERIFY_RECTIFICATION -> new Refusal.NothingReported();
            case APPEAL -> new Refusal.NothingToContest();
            case DECIDE_APPEAL -> new Refusal.NoOpenAppeal();
            case RECORD_MINUTES -> new Refusal.NoInterviewToRecord();
            case CONFIRM_COMMITMENT -> new Refusal.NoOpenCommitment();
            case WITHDRAW_MEASURE -> new Refusal.NoStandingMeasure();
            default -> throw new IllegalStateException(action + " needs nothing but its phase");
        };
    }

    /** Every action that names a round. */
    @ParameterizedTest
    @EnumSource(names = {"SCORE_ITEM", "SIGN_REVIEW", "ASSIGN_GRADE"})
    void is_refused_in_a_round_that_is_over(Action action) {
        Story second = Story.aSchoolReviewed(92)
                .then(new ReviewOpened(
                        Guannan.ASSESSMENT, 2, 1, List.of(LEAD, SECOND), LEAD, Guannan.VISIT, Guannan.NOW));
        Assessments.after(second, EveryCommand.that(action, EveryCommand.whoMay(action), second.tag()))
                .isRefusedWith(new Refusal.NotCurrentRound(1, 2));
    }

    /** Three refusals know better than "wrong phase": whose names are missing, and whose stand already. */
    private static Refusal refusal(Action action, Phase phase) {
        boolean reviewer = action == Action.SCORE_ITEM || action == Action.SIGN_REVIEW;
        if (reviewer && (phase == Phase.REVIEWED || phase == Phase.GRADED)) {
            return new Refusal.RoundAlreadySigned(1, List.of(LEAD, SECOND));
        }
        if (action == Action.ASSIGN_GRADE && phase == Phase.UNDER_REVIEW) {
            return new Refusal.SignaturesMissing(1, List.of(LEAD, SECOND));
        }
        return new Refusal.WrongPhase(action, phase, action.phases());
    }

    static Stream<Arguments> possible() {
        return table()
                .filter(pair -> pair.action.phases().contains(pair.phase))
                .filter(pair -> Story.readyFor(pair.action, pair.phase).isPresent())
                .map(Pair::arguments);
    }

    static Stream<Arguments> impossible() {
        return table().filter(pair -> !pair.action.phases().contains(pair.phase)).map(Pair::arguments);
    }

    static Stream<Arguments> unprepared() {
        return table()
                .filter(pair -> pair.action.phases().contains(pair.phase))
                .filter(pair -> Story.needsMoreThanPhase(pair.action, pair.phase))
                .map(Pair::arguments);
    }

    private static Stream<Pair> table() {
        return Arrays.stream(Action.values())
                .flatMap(action -> Arrays.stream(Phase.values()).map(phase -> new Pair(action, phase)));
    }

    private record Pair(Action action, Phase phase) {

        Arguments arguments() {
            return Arguments.of(action, phase);
        }
    }
}
