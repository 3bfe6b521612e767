package cn.dabiao.domain.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.campaign.OpenAssessment;
import cn.dabiao.domain.campaign.OpenEnd;
import cn.dabiao.domain.evidence.MediaType;
import cn.dabiao.domain.inspector.RecusalOutcome;
import cn.dabiao.domain.inspector.RecusalStanding;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.rectification.RectificationStanding;
import cn.dabiao.domain.refusal.Refusal.Misfit;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.SchoolStatus;
import cn.dabiao.domain.scoring.MeasuredValue;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.Measure;
import cn.dabiao.domain.standard.MeasureUnit;
import cn.dabiao.domain.standard.Quantity;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.examples.Guannan;

class RefusalTest {

    private static final Points POINTS = new Points("69.5");
    private static final Measure AREA = new Measure(Quantity.AREA, MeasureUnit.m2, new MeasuredValue(BigDecimal.TEN), null);

    /** One of each way to say no. */
    static List<Refusal> refusals() {
        return List.of(
                new Refusal.StaleVersion("3", "4"),
                new Refusal.VersionRequired("4"),
                new Refusal.NotFound(Thing.SCHOOL, "2132072401"),
                new Refusal.AlreadyExists(Thing.CAMPAIGN, "guannan-2018"),
                new Refusal.RoleNotPermitted(Action.APPLY, Set.of(Role.SCHOOL)),
                new Refusal.AnotherBureau(Thing.ASSESSMENT, "guannan-2018.2132072401"),
                new Refusal.AnotherSchool("2132072401"),
                new Refusal.SchoolCeased(
                        Guannan.SCHOOL, SchoolStatus.CLOSED, Guannan.at("2018-07-01T09:00"), null),
                new Refusal.MergedIntoItself(Guannan.SCHOOL),
                new Refusal.SchoolAccountEnded(
                        Guannan.SCHOOL, SchoolStatus.CLOSED, Guannan.at("2018-07-01T09:00")),
                new Refusal.InspectorIsSuspended(Guannan.inspector(2), Guannan.at("2018-05-02T09:00")),
                new Refusal.AlreadySuspended(Guannan.inspector(2), Guannan.at("2018-05-02T09:00")),
                new Refusal.NotSuspended(Guannan.inspector(2)),
                new Refusal.NotInspectorOfRound(1, Guannan.inspector(9)),
                new Refusal.WrongPhase(Action.APPLY, Phase.PLANNED, Action.APPLY.phases()),
                new Refusal.NotQualified(POINTS, new Points("70")),
                new Refusal.RoundAlreadySigned(1, List.of(Guannan.inspector(1))),
                new Refusal.AlreadySigned(1, Guannan.inspector(1)),
                new Refusal.RoundIncomplete(1, List.of(Guannan.item(4))),
                new Refusal.SignaturesMissing(1, List.of(Guannan.inspector(2))),
                new Refusal.NotCurrentRound(1, 2),
                new Refusal.GradeDiffers(Grade.LEVEL_3, Grade.NOT_ATTAINED, POINTS),
                new Refusal.NotEnoughInspectors(2, 1, List.of()),
                new Refusal.RedrawNeedsReason(1),
                new Refusal.AnotherInspector(Guannan.inspector(2)),
                new Refusal.DrawnInspectorRecused(1, List.of(Guannan.inspector(2))),
                new Refusal.DrawnInspectorSuspended(1, List.of(Guannan.inspector(2))),
                new Refusal.AlreadyRecused(Guannan.inspector(2), Guannan.SCHOOL, RecusalStanding.DECLARED),
                new Refusal.NoRecusalRequested(Guannan.inspector(2), Guannan.SCHOOL),
                new Refusal.RecusalAlreadyDecided(Guannan.inspector(2), Guannan.SCHOOL, RecusalOutcome.DISMISSED),
                new Refusal.UnknownItem(Guannan.item(16), 15),
                new Refusal.UnknownCheckpoint(Guannan.item(4), Guannan.checkpoint("4.3"), List.of()),
                new Refusal.DeductionOffStep(Guannan.item(4), Guannan.checkpoint("4.1"), POINTS, new Points("1")),
                new Refusal.DeductionOutOfBounds(
                        Guannan.item(4), Guannan.checkpoint("4.1"), POINTS, new Points("0.5"), new Points("5")),
                new Refusal.TooMuchDeducted(Guannan.item(3), new BigDecimal("1005"), Points.LARGEST),
                new Refusal.DeductedButNotApplicable(Guannan.item(2), Guannan.checkpoint("2.5")),
                new Refusal.NotMeasurableSo(Guannan.checkpoint("1.2"), MeasureUnit.days, AREA),
                new Refusal.ThresholdMissed(
                        Guannan.checkpoint("1.2"), new MeasuredValue(new BigDecimal("8")), null, AREA),
                new Refusal.ItemsIncomplete(15, List.of(Guannan.item(3)), List.of()),
                new Refusal.ScoredAtImpossible(
                        Guannan.at("2018-04-11T09:00"), Guannan.PLAN_DEADLINE, Guannan.at("2018-04-10T09:00")),
                new Refusal.VisitTooFarAhead(Guannan.PLAN_DEADLINE, Guannan.PLAN_DEADLINE),
                new Refusal.DeclaredInFuture(Guannan.PLAN_DEADLINE, Guannan.PLAN_DEADLINE),
                new Refusal.OpenAssessmentsRemain(1, List.of(new OpenAssessment(Guannan.SCHOOL, OpenEnd.NOT_GRADED))),
                new Refusal.ForcedClosingNeedsReason(1),
                new Refusal.DeadlineNotLater(Guannan.PLAN_DEADLINE, Guannan.PLAN_DEADLINE),
                new Refusal.LeadingGroupUnchanged(Guannan.CAMPAIGN),
                new Refusal.DemoNotHere(),
                new Refusal.NothingToPublish(Guannan.CAMPAIGN),
                new Refusal.MeasurementContradicted(
                        Guannan.checkpoint("1.2"), Refusal.Contradiction.WAIVED_BUT_MET),
                new Refusal.CampaignIsClosed(Guannan.CAMPAIGN, Guannan.at("2018-06-29T17:00")),
                new Refusal.NothingToCorrect(Phase.UNDER_REVIEW),
                new Refusal.NothingToExplain(Guannan.ASSESSMENT, Phase.ACCEPTED),
                new Refusal.CorrectionChangesNothing(Guannan.item(3), new Points("4")),
                new Refusal.VisitNotYet(2, Guannan.PLAN_DEADLINE, Guannan.PLAN_DEADLINE),
                new Refusal.VerifiedWithNewDate(new OrderId("r1"), Guannan.PLAN_DEADLINE),
                new Refusal.AlreadyDetermined(Ground.SLOW_PROGRESS, Guannan.at("2018-05-15T09:00")),
                new Refusal.NotInRound(1, Guannan.inspector(9), List.of(Guannan.inspector(1))),
                new Refusal.RectificationsOpen(List.of(new OrderId("r1"))),
                new Refusal.NothingToRectify(),
                new Refusal.NothingReported(),
                new Refusal.RectificationNotDue(new OrderId("r1"), RectificationStanding.VERIFIED),
                new Refusal.OrderNamesNothing(new OrderId("r1")),
                new Refusal.SendingBackIncomplete(new OrderId("r1"), List.of("reason")),
                new Refusal.DueDateImpossible(Guannan.PLAN_DEADLINE, Guannan.PLAN_DEADLINE, Guannan.PLAN_DEADLINE),
                new Refusal.NothingToContest(),
                new Refusal.AppealWindowOver(Guannan.PLAN_DEADLINE, Guannan.PLAN_DEADLINE),
                new Refusal.AppealNamesNothing(),
                new Refusal.AlreadyAppealed(new AppealId("a1"), null),
                new Refusal.NoOpenAppeal(),
                new Refusal.AppealsOpen(List.of(new AppealId("a1"))),
                new Refusal.AppealAlreadyDecided(new AppealId("a1"), AppealOutcome.DISMISSED),
                new Refusal.DeciderTookPart(Guannan.inspector(1), List.of(1)),
                new Refusal.DecisionDoesNotFit(new AppealId("a1"), AppealOutcome.UPHELD, Misfit.UPHELD_BUT_UNCHANGED),
                new Refusal.ItemsNotContested(new AppealId("a1"), List.of(Guannan.item(4)), List.of(Guannan.item(3))),
                new Refusal.AppealWorsens(Guannan.item(3), new Points("5"), new Points("4.5")),
                new Refusal.MeasureNeedsReason(MeasureKind.INTERVIEW, null),
                new Refusal.SummonsMisplaced(MeasureKind.NOTICE_LETTER),
                new Refusal.NoInterviewToRecord(),
                new Refusal.NotAwaitingMinutes(new MeasureId("m1"), MeasureKind.NOTICE_LETTER, false),
                new Refusal.HeldInFuture(Guannan.at("2018-05-22T09:00"), Guannan.at("2018-05-21T09:00")),
                new Refusal.NoOpenCommitment(),
                new Refusal.CommitmentConfirmed(new MeasureId("m1"), 1),
                new Refusal.NoStandingMeasure(),
                new Refusal.MeasureNotStanding(new MeasureId("m1")),
                new Refusal.FileTooLarge(20L << 20),
                new Refusal.FileTypeNotAllowed(new MediaType("text/html"), List.of(new MediaType("image/png"))),
                new Refusal.FileTypeDiffers(new MediaType("image/png"), new MediaType("image/jpeg")),
                new Refusal.FileHashDiffers(new Sha256("a".repeat(64)), new Sha256("b".repeat(64))),
                new Refusal.TakenInFuture(Guannan.at("2018-04-11T09:00"), Guannan.at("2018-04-10T09:00")),
                new Refusal.RebuildUnderWay("ranking"),
                new Refusal.EventNotSkippable("assessment", 17, "assessment.ItemScored"),
                new Refusal.InconsistentStandard(Guannan.STANDARD.standardId(), List.of()));
    }

    @Test
    void there_is_one_of_each() {
        assertThat(refusals())
                .extracting(refusal -> (Object) refusal.getClass())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(Refusal.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void a_refusal_that_is_raised_arrives_with_all_its_facts_and_costs_no_stack_trace(Refusal refusal) {
        assertThatThrownBy(refusal::raise)
                .asInstanceOf(type(RefusedException.class))
                .satisfies(refused -> {
                    assertThat(refused.refusal()).isSameAs(refusal);
                    assertThat(refused).hasMessage(refusal.toString()).hasNoCause();
                    assertThat(refused.getStackTrace()).isEmpty();
                });
    }

    @Test
    void only_the_three_levels_are_attained() {
        assertThat(Arrays.stream(Grade.values()).filter(Grade::attained))
                .containsExactly(Grade.LEVEL_1, Grade.LEVEL_2, Grade.LEVEL_3);
    }
}
