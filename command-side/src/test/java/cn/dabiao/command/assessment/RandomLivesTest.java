package cn.dabiao.command.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.state.ActionChain;

/**
 * Random lives of an assessment, lived by the product and by an oracle of RULES.md that shares no rule with it: phase,
 * versions, scores, totals, grades, orders, appeals, measures and refusals agree after every command. Ten thousand lives
 * in every build; {@code -Djqwik.tries.default=100000} for more.
 */
class RandomLivesTest {

    private static final LivesTally TALLY = new LivesTally();

    @Property(edgeCases = EdgeCasesMode.NONE)
    void the_product_and_the_oracle_agree_on_every_life(@ForAll("lives") ActionChain<Life> life) {
        life.run().requireExplained();
    }

    /** What did not happen was not tested. */
    @AfterContainer
    static void everything_that_matters_has_happened() {
        if (TALLY.lives() < 10_000) {
            return;
        }
        assertThat(Stream.of(
                                "GradeAssigned", "GradeRevised", "graded again", "grade up", "grade down",
                                "ScoreCorrected", "InspectorReplaced", "appeal UPHELD", "appeal PARTLY_UPHELD",
                                "appeal DISMISSED", "NotAttainedDetermined", "DeterminationRevoked",
                                "RectificationSentBack", "RectificationVerified", "InterviewHeld",
                                "CommitmentFulfilled", "MeasureWithdrawn", "campaign closed",
                                "RectificationOverdue", "AppealWindowClosed", "the determination alone fell",
                                "after the campaign: CorrectScore", "after the campaign: DecideAppeal",
                                "after the campaign: LodgeAppeal")
                        .filter(it -> TALLY.of(it) < 200))
                .as("what happened too seldom in %s", TALLY)
                .isEmpty();
        assertThat(TALLY.of("a correction beside one of the round after"))
                .as("rounds that could have lost their own correction")
                .isPositive();
        assertThat(REFUSALS.stream().filter(it -> TALLY.of("refused: " + it) == 0))
                .as("refusals that were never given in %s", TALLY)
                .isEmpty();
    }

    /** All that an assessment knows, but for a deduction between the halves, which the values do not let be written. */
    private static final List<String> REFUSALS = List.of(
            "AlreadyAppealed", "AlreadyDetermined", "AlreadyExists", "AlreadySigned", "AnotherBureau", "AnotherSchool",
            "AppealAlreadyDecided", "AppealNamesNothing", "AppealWindowOver", "AppealWorsens", "AppealsOpen",
            "CampaignIsClosed", "CommitmentConfirmed", "CorrectionChangesNothing", "DeciderTookPart", "DecisionDoesNotFit", "DeclaredInFuture",
            "DeductedButNotApplicable", "DeductionOutOfBounds", "DrawnInspectorRecused", "DueDateImpossible",
            "GradeDiffers", "HeldInFuture", "ItemsIncomplete", "ItemsNotContested", "MeasureNeedsReason",
            "MeasureNotStanding", "MeasurementContradicted", "NoInterviewToRecord", "NoOpenAppeal", "NoOpenCommitment",
            "NoStandingMeasure", "NotAwaitingMinutes", "NotCurrentRound", "NotEnoughInspectors", "NotFound",
            "NotInRound", "NotInspectorOfRound", "NotMeasurableSo", "NotQualified", "NothingReported",
            "NothingToContest", "NothingToCorrect", "NothingToRectify", "OrderNamesNothing", "RectificationNotDue",
            "RectificationsOpen", "RedrawNeedsReason", "RoleNotPermitted", "RoundAlreadySigned", "RoundIncomplete",
            "ScoredAtImpossible", "SendingBackIncomplete", "SignaturesMissing", "StaleVersion", "SummonsMisplaced",
            "ThresholdMissed", "TooMuchDeducted", "UnknownCheckpoint", "UnknownItem", "VersionRequired",
            "VerifiedWithNewDate", "VisitNotYet", "VisitTooFarAhead", "WrongPhase",
            // Told by more than one rule, or to more than one command, and each of these is to be seen.
            "VisitNotYet to ScoreItem", "VisitNotYet to SignReview", "AppealsOpen to CorrectScore",
            "CorrectionChangesNothing to CorrectScore", "CorrectionChangesNothing to DecideAppeal",
            "MeasureNotStanding to ConfirmCommitment", "AlreadyAppealed while an appeal is open",
            "AlreadyAppealed for all there is", "AppealsOpen for all there is");

    @Provide
    Arbitrary<ActionChain<Life>> lives() {
        return RandomLives.of(TALLY);
    }
}
