package cn.dabiao.api.problem;

import cn.dabiao.domain.refusal.Refusal;

/** Which problem a refusal is: exhaustive, so that a new refusal does not compile until it has an answer. */
final class RefusalTypes {

    private RefusalTypes() {}

    static ProblemType of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.StaleVersion _ -> ProblemType.STALE_VERSION;
            case Refusal.VersionRequired _ -> ProblemType.VERSION_REQUIRED;
            case Refusal.NotFound _ -> ProblemType.NOT_FOUND;
            case Refusal.AlreadyExists _ -> ProblemType.ALREADY_EXISTS;
            case Refusal.RoleNotPermitted _ -> ProblemType.ROLE_NOT_PERMITTED;
            case Refusal.AnotherBureau _ -> ProblemType.ANOTHER_BUREAU;
            case Refusal.AnotherSchool _ -> ProblemType.ANOTHER_SCHOOL;
            case Refusal.SchoolCeased _ -> ProblemType.SCHOOL_CEASED;
            case Refusal.MergedIntoItself _ -> ProblemType.MERGED_INTO_ITSELF;
            case Refusal.AnotherInspector _ -> ProblemType.ANOTHER_INSPECTOR;
            case Refusal.NotInspectorOfRound _ -> ProblemType.NOT_INSPECTOR_OF_ROUND;
            case Refusal.WrongPhase _ -> ProblemType.WRONG_PHASE;
            case Refusal.NotQualified _ -> ProblemType.NOT_QUALIFIED;
            case Refusal.RoundAlreadySigned _ -> ProblemType.ROUND_ALREADY_SIGNED;
            case Refusal.AlreadySigned _ -> ProblemType.ALREADY_SIGNED;
            case Refusal.RoundIncomplete _ -> ProblemType.ROUND_INCOMPLETE;
            case Refusal.SignaturesMissing _ -> ProblemType.SIGNATURES_MISSING;
            case Refusal.NotCurrentRound _ -> ProblemType.NOT_CURRENT_ROUND;
            case Refusal.GradeDiffers _ -> ProblemType.GRADE_DIFFERS;
            case Refusal.NotEnoughInspectors _ -> ProblemType.NOT_ENOUGH_INSPECTORS;
            case Refusal.DrawnInspectorRecused _ -> ProblemType.DRAWN_INSPECTOR_RECUSED;
            case Refusal.AlreadyRecused _ -> ProblemType.ALREADY_RECUSED;
            case Refusal.NoRecusalRequested _ -> ProblemType.NO_RECUSAL_REQUESTED;
            case Refusal.RecusalAlreadyDecided _ -> ProblemType.RECUSAL_ALREADY_DECIDED;
            case Refusal.RedrawNeedsReason _ -> ProblemType.REDRAW_NEEDS_REASON;
            case Refusal.UnknownItem _ -> ProblemType.UNKNOWN_ITEM;
            case Refusal.UnknownCheckpoint _ -> ProblemType.UNKNOWN_CHECKPOINT;
            case Refusal.DeductionOffStep _ -> ProblemType.DEDUCTION_OFF_STEP;
            case Refusal.DeductionOutOfBounds _ -> ProblemType.DEDUCTION_OUT_OF_BOUNDS;
            case Refusal.TooMuchDeducted _ -> ProblemType.TOO_MUCH_DEDUCTED;
            case Refusal.DeductedButNotApplicable _ -> ProblemType.DEDUCTED_BUT_NOT_APPLICABLE;
            case Refusal.NotMeasurableSo _ -> ProblemType.NOT_MEASURABLE_SO;
            case Refusal.ThresholdMissed _ -> ProblemType.THRESHOLD_MISSED;
            case Refusal.ItemsIncomplete _ -> ProblemType.ITEMS_INCOMPLETE;
            case Refusal.ScoredAtImpossible _ -> ProblemType.SCORED_AT_IMPOSSIBLE;
            case Refusal.VisitTooFarAhead _ -> ProblemType.VISIT_TOO_FAR_AHEAD;
            case Refusal.DeclaredInFuture _ -> ProblemType.DECLARED_IN_FUTURE;
            case Refusal.DemoNotHere _ -> ProblemType.DEMO_NOT_HERE;
            case Refusal.MeasurementContradicted _ -> ProblemType.MEASUREMENT_CONTRADICTED;
            case Refusal.InconsistentStandard _ -> ProblemType.INCONSISTENT_STANDARD;
        };
    }
}
