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
            case Refusal.InspectorIsSuspended _ -> ProblemType.INSPECTOR_IS_SUSPENDED;
            case Refusal.SchoolAccountEnded _ -> ProblemType.SCHOOL_ACCOUNT_ENDED;
            case Refusal.AlreadySuspended _ -> ProblemType.ALREADY_SUSPENDED;
            case Refusal.NotSuspended _ -> ProblemType.NOT_SUSPENDED;
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
            case Refusal.DrawnInspectorSuspended _ -> ProblemType.DRAWN_INSPECTOR_SUSPENDED;
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
            case Refusal.VisitNotYet _ -> ProblemType.VISIT_NOT_YET;
            case Refusal.VisitTooFarAhead _ -> ProblemType.VISIT_TOO_FAR_AHEAD;
            case Refusal.DeclaredInFuture _ -> ProblemType.DECLARED_IN_FUTURE;
            case Refusal.CampaignIsClosed _ -> ProblemType.CAMPAIGN_IS_CLOSED;
            case Refusal.NothingToCorrect _ -> ProblemType.NOTHING_TO_CORRECT;
            case Refusal.NothingToExplain _ -> ProblemType.NOTHING_TO_EXPLAIN;
            case Refusal.CorrectionChangesNothing _ -> ProblemType.CORRECTION_CHANGES_NOTHING;
            case Refusal.AlreadyDetermined _ -> ProblemType.ALREADY_DETERMINED;
            case Refusal.NotInRound _ -> ProblemType.NOT_IN_ROUND;
            case Refusal.RectificationsOpen _ -> ProblemType.RECTIFICATIONS_OPEN;
            case Refusal.NothingToRectify _ -> ProblemType.NOTHING_TO_RECTIFY;
            case Refusal.NothingReported _ -> ProblemType.NOTHING_REPORTED;
            case Refusal.RectificationNotDue _ -> ProblemType.RECTIFICATION_NOT_DUE;
            case Refusal.OrderNamesNothing _ -> ProblemType.ORDER_NAMES_NOTHING;
            case Refusal.VerifiedWithNewDate _ -> ProblemType.VERIFIED_WITH_NEW_DATE;
            case Refusal.SendingBackIncomplete _ -> ProblemType.SENDING_BACK_INCOMPLETE;
            case Refusal.DueDateImpossible _ -> ProblemType.DUE_DATE_IMPOSSIBLE;
            case Refusal.NothingToContest _ -> ProblemType.NOTHING_TO_CONTEST;
            case Refusal.AppealWindowOver _ -> ProblemType.APPEAL_WINDOW_OVER;
            case Refusal.AppealNamesNothing _ -> ProblemType.APPEAL_NAMES_NOTHING;
            case Refusal.AlreadyAppealed _ -> ProblemType.ALREADY_APPEALED;
            case Refusal.NoOpenAppeal _ -> ProblemType.NO_OPEN_APPEAL;
            case Refusal.AppealsOpen _ -> ProblemType.APPEALS_OPEN;
            case Refusal.AppealAlreadyDecided _ -> ProblemType.APPEAL_ALREADY_DECIDED;
            case Refusal.DeciderTookPart _ -> ProblemType.DECIDER_TOOK_PART;
            case Refusal.DecisionDoesNotFit _ -> ProblemType.DECISION_DOES_NOT_FIT;
            case Refusal.ItemsNotContested _ -> ProblemType.ITEMS_NOT_CONTESTED;
            case Refusal.AppealWorsens _ -> ProblemType.APPEAL_WORSENS;
            case Refusal.MeasureNeedsReason _ -> ProblemType.MEASURE_NEEDS_REASON;
            case Refusal.SummonsMisplaced _ -> ProblemType.SUMMONS_MISPLACED;
            case Refusal.NoInterviewToRecord _ -> ProblemType.NO_INTERVIEW_TO_RECORD;
            case Refusal.NotAwaitingMinutes _ -> ProblemType.NOT_AWAITING_MINUTES;
            case Refusal.HeldInFuture _ -> ProblemType.HELD_IN_FUTURE;
            case Refusal.NoOpenCommitment _ -> ProblemType.NO_OPEN_COMMITMENT;
            case Refusal.CommitmentConfirmed _ -> ProblemType.COMMITMENT_CONFIRMED;
            case Refusal.NoStandingMeasure _ -> ProblemType.NO_STANDING_MEASURE;
            case Refusal.MeasureNotStanding _ -> ProblemType.MEASURE_NOT_STANDING;
            case Refusal.OpenAssessmentsRemain _ -> ProblemType.OPEN_ASSESSMENTS_REMAIN;
            case Refusal.ForcedClosingNeedsReason _ -> ProblemType.FORCED_CLOSING_NEEDS_REASON;
            case Refusal.DeadlineNotLater _ -> ProblemType.DEADLINE_NOT_LATER;
            case Refusal.LeadingGroupUnchanged _ -> ProblemType.LEADING_GROUP_UNCHANGED;
            case Refusal.NothingToPublish _ -> ProblemType.NOTHING_TO_PUBLISH;
            case Refusal.FileTooLarge _ -> ProblemType.FILE_TOO_LARGE;
            case Refusal.FileTypeNotAllowed _ -> ProblemType.FILE_TYPE_NOT_ALLOWED;
            case Refusal.FileTypeDiffers _ -> ProblemType.FILE_TYPE_DIFFERS;
            case Refusal.FileHashDiffers _ -> ProblemType.FILE_HASH_DIFFERS;
            case Refusal.TakenInFuture _ -> ProblemType.TAKEN_IN_FUTURE;
            case Refusal.DemoNotHere _ -> ProblemType.DEMO_NOT_HERE;
            case Refusal.RebuildUnderWay _ -> ProblemType.REBUILD_UNDER_WAY;
            case Refusal.EventNotSkippable _ -> ProblemType.EVENT_NOT_SKIPPABLE;
            case Refusal.MeasurementContradicted _ -> ProblemType.MEASUREMENT_CONTRADICTED;
            case Refusal.InconsistentStandard _ -> ProblemType.INCONSISTENT_STANDARD;
        };
    }
}
