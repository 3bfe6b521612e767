package cn.dabiao.domain.refusal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Draw.Exclusion;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.OpenAssessment;
import cn.dabiao.domain.evidence.MediaType;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.inspector.RecusalOutcome;
import cn.dabiao.domain.inspector.RecusalStanding;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.rectification.RectificationStanding;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolStatus;
import cn.dabiao.domain.scoring.MeasuredValue;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.Measure;
import cn.dabiao.domain.standard.MeasureUnit;
import cn.dabiao.domain.standard.StandardFault;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Sha256;

/** A no of the domain, with the facts that explain it. */
public sealed interface Refusal {

    default RefusedException asException() {
        return new RefusedException(this);
    }

    /** Throws this refusal. */
    default void raise() {
        throw asException();
    }

    /** What the caller holds or named is not the latest: somebody wrote in between. */
    record StaleVersion(String given, String actual) implements Refusal {}

    /** The caller has to say which version it saw (If-Match). */
    record VersionRequired(String actual) implements Refusal {}

    /** There is no such thing, or none that the caller may know of. */
    record NotFound(Thing thing, String id) implements Refusal {}

    /** There is one already. */
    record AlreadyExists(Thing thing, String id) implements Refusal {}

    /** Things that can be missing or exist already. */
    enum Thing {
        STANDARD,
        CAMPAIGN,
        SCHOOL,
        INSPECTOR,
        ASSESSMENT,
        DRAW,
        REVIEW_ROUND,
        ITEM,
        EVENT,
        CHECKPOINT,
        RECTIFICATION,
        APPEAL,
        MEASURE,
        COMMITMENT,
        EVIDENCE,
        PUBLICATION,
        WEBHOOK,
        PERSON,
        PROJECTION,
        REBUILD,
        DEAD_LETTER
    }

    /** The role may not do this at all (RULES.md §6). */
    record RoleNotPermitted(Action action, Set<Role> permitted) implements Refusal {}

    /** The thing belongs to another bureau than the caller. */
    record AnotherBureau(Thing thing, String id) implements Refusal {}

    /** A school's account acts for or looks at another school. */
    record AnotherSchool(String schoolCode) implements Refusal {}

    /** The school was merged or closed: it can be read for ever, and written no more. */
    record SchoolCeased(SchoolCode schoolCode, SchoolStatus schoolStatus, Instant at, @Nullable SchoolCode into)
            implements Refusal {}

    /** A school is merged into another one. */
    record MergedIntoItself(SchoolCode schoolCode) implements Refusal {}

    /** An inspector acts for another, or looks at another's work. */
    record AnotherInspector(InspectorId inspectorId) implements Refusal {}

    /** The inspector is off duty: their account is not served. */
    record InspectorIsSuspended(InspectorId inspectorId, Instant since) implements Refusal {}

    /** The school has ceased and no campaign is open any more in which it has anything to do: its account is not served. */
    record SchoolAccountEnded(SchoolCode schoolCode, SchoolStatus schoolStatus, Instant at) implements Refusal {}

    /** Who is off duty is suspended again. */
    record AlreadySuspended(InspectorId inspectorId, Instant since) implements Refusal {}

    /** Who is on duty is put on duty again. */
    record NotSuspended(InspectorId inspectorId) implements Refusal {}

    /** The inspector was not drawn for this round. */
    record NotInspectorOfRound(int round, InspectorId inspector) implements Refusal {}

    /** The assessment is at a point of its path where this cannot be done. */
    record WrongPhase(Action action, Phase phase, Set<Phase> possibleIn) implements Refusal {}

    /** The self-assessment is below the lowest passing band (RULES.md §4.3). */
    record NotQualified(Points total, Points threshold) implements Refusal {}

    /** Some inspector has signed the round: its scores stand. */
    record RoundAlreadySigned(int round, List<InspectorId> signedBy) implements Refusal {}

    /** The inspector has signed this round before. */
    record AlreadySigned(int round, InspectorId inspector) implements Refusal {}

    /** A round is signed only when every item is scored. */
    record RoundIncomplete(int round, List<ItemNo> unscored) implements Refusal {}

    /** A grade is assigned only when every inspector of the round has signed. */
    record SignaturesMissing(int round, List<InspectorId> missing) implements Refusal {}

    /** The round named is not the one that is open or was last completed. */
    record NotCurrentRound(int given, int current) implements Refusal {}

    /** A grade is derived from the scores, never typed in (RULES.md §4.6). */
    record GradeDiffers(Grade named, Grade derived, Points total) implements Refusal {}

    /** Too few inspectors are left after the exclusions (RULES.md §4.4). */
    record NotEnoughInspectors(int needed, int eligible, List<Exclusion> exclusions) implements Refusal {}

    /** The draw holds inspectors who were recused after it (RULES.md §4.4): it has to be drawn again. */
    record DrawnInspectorRecused(int drawNo, List<InspectorId> inspectors) implements Refusal {}

    /** The draw holds inspectors who were suspended after it: it has to be drawn again. */
    record DrawnInspectorSuspended(int drawNo, List<InspectorId> inspectors) implements Refusal {}

    /** The inspector is recused for the school, or a request that it be waits for a leader. */
    record AlreadyRecused(InspectorId inspectorId, SchoolCode schoolCode, RecusalStanding standing)
            implements Refusal {}

    /** No school has asked for what a leader would decide. */
    record NoRecusalRequested(InspectorId inspectorId, SchoolCode schoolCode) implements Refusal {}

    /** A leader has decided the school's request before. */
    record RecusalAlreadyDecided(InspectorId inspectorId, SchoolCode schoolCode, RecusalOutcome outcome)
            implements Refusal {}

    /** Drawing again has to be explained. */
    record RedrawNeedsReason(int earlierDraws) implements Refusal {}

    /** The standard has no item of that number. */
    record UnknownItem(ItemNo itemNo, int items) implements Refusal {}

    /** The item has no checkpoint of that code. */
    record UnknownCheckpoint(ItemNo itemNo, CheckpointCode checkpoint, List<CheckpointCode> known)
            implements Refusal {}

    /** A deduction has to be a multiple of the standard's step. */
    record DeductionOffStep(ItemNo itemNo, CheckpointCode checkpoint, Points points, Points step) implements Refusal {}

    /** A single deduction is at least one step and at most what the item is worth. */
    record DeductionOutOfBounds(ItemNo itemNo, CheckpointCode checkpoint, Points points, Points atLeast, Points atMost)
            implements Refusal {}

    /** The deductions at one item add up to more than any points there are: a slip of the pen, not a finding. */
    record TooMuchDeducted(ItemNo itemNo, BigDecimal sum, Points atMost) implements Refusal {}

    /** The checkpoint is marked not applicable and cannot cost points. */
    record DeductedButNotApplicable(ItemNo itemNo, CheckpointCode checkpoint) implements Refusal {}

    /** The checkpoint is not measured, or not in this unit, or not in this many dimensions. */
    record NotMeasurableSo(CheckpointCode checkpoint, MeasureUnit unit, @Nullable Measure measure) implements Refusal {}

    /** A measured value misses its threshold and neither a deduction nor a waiver says so. */
    record ThresholdMissed(
            CheckpointCode checkpoint, MeasuredValue value, @Nullable MeasuredValue by, Measure measure)
            implements Refusal {}

    /** A measurement says something that the rest of the item's findings contradicts. */
    record MeasurementContradicted(CheckpointCode checkpoint, Contradiction contradiction) implements Refusal {}

    /** How a measurement and the rest of the findings can contradict each other. */
    enum Contradiction {
        /** A waiver, though the threshold is met. */
        WAIVED_BUT_MET,
        /** A waiver and a deduction. */
        WAIVED_BUT_DEDUCTED,
        /** A measurement where the checkpoint is marked not applicable. */
        MEASURED_BUT_NOT_APPLICABLE,
        /** Two measurements at one checkpoint. */
        MEASURED_TWICE
    }

    /** All items of the standard have to be there, each once. */
    record ItemsIncomplete(int expected, List<ItemNo> missing, List<ItemNo> repeated) implements Refusal {}

    /** An item was scored before the inspectors were there, or in the future. */
    record ScoredAtImpossible(Instant scoredAt, LocalDate visitOn, Instant now) implements Refusal {}

    /** The day of the round's visit has not come: until then there is nothing to score and nothing to sign. */
    record VisitNotYet(int round, LocalDate visitOn, LocalDate today) implements Refusal {}

    /** The visit is further ahead than visits are planned: surely a slip. */
    record VisitTooFarAhead(LocalDate visitOn, LocalDate latest) implements Refusal {}

    /** The day on the declaration form has not come yet. */
    record DeclaredInFuture(LocalDate declaredOn, LocalDate today) implements Refusal {}

    /** The campaign is closed: nothing of it is written any more, but for what outlives it. */
    record CampaignIsClosed(CampaignId campaignId, Instant closedAt) implements Refusal {}

    /** No completed round is there whose scores could be corrected. */
    record NothingToCorrect(Phase phase) implements Refusal {}

    /** No round of review has been opened and nothing was determined: there is no grade to derive, not even a part of one. */
    record NothingToExplain(AssessmentId assessmentId, Phase phase) implements Refusal {}

    /** The item has these very deductions already. */
    record CorrectionChangesNothing(ItemNo itemNo, Points score) implements Refusal {}

    /** A determination stands already. */
    record AlreadyDetermined(Ground ground, Instant determinedAt) implements Refusal {}

    /** Who is to be replaced does not inspect in the round. */
    record NotInRound(int round, InspectorId inspector, List<InspectorId> inspectors) implements Refusal {}

    /** A further round needs these orders verified first (RULES.md §4.9). */
    record RectificationsOpen(List<OrderId> orders) implements Refusal {}

    /** No order waits for the school's report. */
    record NothingToRectify() implements Refusal {}

    /** No report waits for the office. */
    record NothingReported() implements Refusal {}

    /** The order does not wait for this now. */
    record RectificationNotDue(OrderId orderId, RectificationStanding standing) implements Refusal {}

    /** An order names items, hazards or both. */
    record OrderNamesNothing(OrderId orderId) implements Refusal {}

    /** A date to report again by, though the order is verified: one of the two is a slip. */
    record VerifiedWithNewDate(OrderId orderId, LocalDate newDueOn) implements Refusal {}

    /** What is sent back needs a reason and a new date. */
    record SendingBackIncomplete(OrderId orderId, List<String> missing) implements Refusal {}

    /** Nothing can be due in the past or further ahead than anybody plans. */
    record DueDateImpossible(LocalDate dueOn, LocalDate earliest, LocalDate latest) implements Refusal {}

    /** Neither a grade nor a determination is there to be contested. */
    record NothingToContest() implements Refusal {}

    /** The time for appeals is over (RULES.md §4.10). */
    record AppealWindowOver(LocalDate lastDay, LocalDate today) implements Refusal {}

    /** An appeal contests items, a determination or both. */
    record AppealNamesNothing() implements Refusal {}

    /** The item, or for null the determination, has been contested before. */
    record AlreadyAppealed(AppealId appealId, @Nullable ItemNo itemNo) implements Refusal {}

    /** No appeal waits for a decision. */
    record NoOpenAppeal() implements Refusal {}

    /** Appeals wait for a decision; until then nothing is built on what they contest. */
    record AppealsOpen(List<AppealId> appeals) implements Refusal {}

    /** The appeal has been decided before. */
    record AppealAlreadyDecided(AppealId appealId, AppealOutcome outcome) implements Refusal {}

    /** Who took part in a review does not decide about it. */
    record DeciderTookPart(InspectorId inspector, List<Integer> rounds) implements Refusal {}

    /** The outcome and what it would change contradict each other. */
    record DecisionDoesNotFit(AppealId appealId, AppealOutcome outcome, Misfit misfit) implements Refusal {}

    /** How a decision can contradict itself. */
    enum Misfit {
        /** Dismissed, and yet items change. */
        CHANGED_THOUGH_DISMISSED,
        /** Upheld, and yet no item changes. */
        UPHELD_BUT_UNCHANGED,
        /** A determination stands or falls. */
        NO_HALF_DETERMINATION,
        /** An item decided twice. */
        ITEM_TWICE
    }

    /** A decision is about what was contested. */
    record ItemsNotContested(AppealId appealId, List<ItemNo> items, List<ItemNo> contested) implements Refusal {}

    /** An appeal does not make matters worse for who lodged it. */
    record AppealWorsens(ItemNo itemNo, Points before, Points after) implements Refusal {}

    /** A measure heavier than any before asks for a reason (RULES.md §4.11). */
    record MeasureNeedsReason(MeasureKind kind, @Nullable MeasureKind heaviest) implements Refusal {}

    /** An interview is summoned, and nothing else is. */
    record SummonsMisplaced(MeasureKind kind) implements Refusal {}

    /** No interview waits for its minutes. */
    record NoInterviewToRecord() implements Refusal {}

    /** The measure is no interview that waits for its minutes. */
    record NotAwaitingMinutes(MeasureId measureId, MeasureKind kind, boolean held) implements Refusal {}

    /** An interview cannot have been held in the future. */
    record HeldInFuture(Instant heldAt, Instant now) implements Refusal {}

    /** No commitment waits to be confirmed. */
    record NoOpenCommitment() implements Refusal {}

    /** The commitment has been confirmed before. */
    record CommitmentConfirmed(MeasureId measureId, int commitmentNo) implements Refusal {}

    /** No measure stands that could be withdrawn. */
    record NoStandingMeasure() implements Refusal {}

    /** The measure has been withdrawn before. */
    record MeasureNotStanding(MeasureId measureId) implements Refusal {}

    /** Assessments of the campaign are not over; the first of them are named. */
    record OpenAssessmentsRemain(int count, List<OpenAssessment> open) implements Refusal {}

    /** Closing over assessments that are not over has to be explained. */
    record ForcedClosingNeedsReason(int count) implements Refusal {}

    /** The date for plans is only ever put off. */
    record DeadlineNotLater(LocalDate given, LocalDate planDeadline) implements Refusal {}

    /** The leading group named is the one there is: nothing would change. */
    record LeadingGroupUnchanged(CampaignId campaignId) implements Refusal {}

    /** No school of the campaign has a grade yet that could be made public. */
    record NothingToPublish(CampaignId campaignId) implements Refusal {}

    /** A file is larger than it may be. */
    record FileTooLarge(long limit) implements Refusal {}

    /** What the content of a file shows it to be is nothing that is taken as evidence. */
    record FileTypeNotAllowed(MediaType detected, List<MediaType> allowed) implements Refusal {}

    /** The caller says that a file is one thing, and its content shows another. */
    record FileTypeDiffers(MediaType declared, MediaType detected) implements Refusal {}

    /** What arrived does not have the hash that the caller named: it was damaged, or is another file. */
    record FileHashDiffers(Sha256 expected, Sha256 actual) implements Refusal {}

    /** Evidence cannot have been taken after now. */
    record TakenInFuture(Instant takenAt, Instant now) implements Refusal {}

    /** The fictional county is not written beside a real campaign: nothing could take it out of the ledger again. */
    record DemoNotHere() implements Refusal {}

    /** A group of projections is rebuilt once at a time. */
    record RebuildUnderWay(String group) implements Refusal {}

    /** What a projection makes of later events rests on this one: without it they would fail, or rows be wrong. */
    record EventNotSkippable(String group, long position, String eventType) implements Refusal {}

    /** The standard breaks its own rules. */
    record InconsistentStandard(StandardId standardId, List<StandardFault> faults) implements Refusal {}
}
