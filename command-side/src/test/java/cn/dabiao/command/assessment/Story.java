package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.BACK_HOME;
import static cn.dabiao.command.assessment.Guannan.BUREAU;
import static cn.dabiao.command.assessment.Guannan.DEADLINE;
import static cn.dabiao.command.assessment.Guannan.IN_MARCH;
import static cn.dabiao.command.assessment.Guannan.LEAD;
import static cn.dabiao.command.assessment.Guannan.NOT_DRAWN;
import static cn.dabiao.command.assessment.Guannan.ON_SITE;
import static cn.dabiao.command.assessment.Guannan.OPINION;
import static cn.dabiao.command.assessment.Guannan.PLAN;
import static cn.dabiao.command.assessment.Guannan.REASON;
import static cn.dabiao.command.assessment.Guannan.ROSTER;
import static cn.dabiao.command.assessment.Guannan.SCHOOL;
import static cn.dabiao.command.assessment.Guannan.SEALER;
import static cn.dabiao.command.assessment.Guannan.SECOND;
import static cn.dabiao.command.assessment.Guannan.STANDARD;
import static cn.dabiao.command.assessment.Guannan.VISIT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealLodged;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationAccepted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationReturned;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationWithdrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.InterviewHeld;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureIssued;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOrdered;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationReported;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewSigned;
import cn.dabiao.domain.assessment.AssessmentEvent.SelfAssessed;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Draw.Exclusion;
import cn.dabiao.domain.assessment.Draw.ExclusionReason;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.assessment.Loads;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.assessment.SeedOrigin;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.measure.Commitment;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.measure.Summons;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.scoring.FindingsPolicy;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.Scoresheet;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Statement;
import cn.dabiao.domain.value.Title;

/** What has happened so far to the assessment of the tests; each step gives a longer story. */
record Story(List<AssessmentEvent> events) {

    Story {
        events = List.copyOf(events);
    }

    static Story aSchoolThatFiledItsPlan() {
        return new Story(List.of(new PlanSubmitted(
                ASSESSMENT, BUREAU, new StandardId("guannan-2018"), PLAN.title(), PLAN.document(),
                PLAN.leadingGroup(), DEADLINE, false, IN_MARCH)));
    }

    static Story aSchoolThatAssessedItselfAt(double total) {
        return aSchoolThatFiledItsPlan().assessedAt(total);
    }

    static Story aSchoolThatAppliedWith(double total) {
        return aSchoolThatAssessedItselfAt(total).applied(total);
    }

    static Story aSchoolWhoseApplicationWasReturned() {
        return aSchoolThatAppliedWith(92).then(new ApplicationReturned(ASSESSMENT, REASON, IN_MARCH));
    }

    static Story aSchoolThatWithdrewItsApplication() {
        return aSchoolThatAppliedWith(92).then(new ApplicationWithdrawn(ASSESSMENT, REASON, IN_MARCH));
    }

    static Story anAcceptedSchool() {
        return aSchoolThatAppliedWith(92).then(new ApplicationAccepted(ASSESSMENT, null, IN_MARCH));
    }

    /** Drawn are the lead and the second inspector. */
    static Story aSchoolWithInspectors() {
        return anAcceptedSchool().drawn(1, null);
    }

    static Story aSchoolUnderReview() {
        return aSchoolWithInspectors()
                .then(new ReviewOpened(ASSESSMENT, 1, 1, List.of(LEAD, SECOND), LEAD, VISIT, IN_MARCH));
    }

    /** Every item is scored by the lead; nobody has signed. */
    static Story aSchoolScored(double total) {
        Story story = aSchoolUnderReview();
        for (ItemFindings findings : Found.totalling(total)) {
            story = story.scored(LEAD, findings);
        }
        return story;
    }

    static Story aSchoolReviewed(double total) {
        return aSchoolScored(total).signed(LEAD).signed(SECOND);
    }

    static Story aSchoolGraded(double total) {
        Scoresheet sheet = Scoresheet.of(STANDARD, Found.totalling(total));
        return aSchoolReviewed(total)
                .then(new GradeAssigned(
                        ASSESSMENT, 1, STANDARD.standardId(), sheet.categoryTotals(), sheet.total(), sheet.grade(),
                        OPINION, SEALER, BACK_HOME));
    }

    static Story in(Phase phase) {
        return switch (phase) {
            case PLANNED -> aSchoolThatFiledItsPlan();
            case SELF_ASSESSED -> aSchoolThatAssessedItselfAt(92);
            case APPLIED -> aSchoolThatAppliedWith(92);
            case RETURNED -> aSchoolWhoseApplicationWasReturned();
            case WITHDRAWN -> aSchoolThatWithdrewItsApplication();
            case ACCEPTED -> anAcceptedSchool();
            case INSPECTORS_DRAWN -> aSchoolWithInspectors();
            case UNDER_REVIEW -> aSchoolScored(92);
            case REVIEWED -> aSchoolReviewed(92);
            case GRADED -> aSchoolGraded(92);
        };
    }

    /** Whether the action waits for something that a plain path to this phase does not have. */
    static boolean needsMoreThanPhase(Action action, Phase phase) {
        return switch (action) {
            case CORRECT_SCORE -> phase == Phase.INSPECTORS_DRAWN || phase == Phase.UNDER_REVIEW;
            case APPEAL -> phase != Phase.GRADED;
            case REPORT_RECTIFICATION, VERIFY_RECTIFICATION, DECIDE_APPEAL, RECORD_MINUTES, CONFIRM_COMMITMENT,
                    WITHDRAW_MEASURE -> true;
            default -> false;
        };
    }

    /** A story in that phase in which the command of {@link EveryCommand} can be carried out; empty when there is none. */
    static Optional<Story> readyFor(Action action, Phase phase) {
        if (!action.phases().contains(phase)) {
            return Optional.empty();
        }
        Story story = in(phase);
        return Optional.of(switch (action) {
            case CORRECT_SCORE -> switch (phase) {
                case INSPECTORS_DRAWN -> aSchoolGraded(92).drawn(2, REASON);
                case UNDER_REVIEW -> aSchoolGraded(92).drawn(2, REASON).opened(2, 2);
                default -> story;
            };
            case REPORT_RECTIFICATION -> story.ordered();
            case VERIFY_RECTIFICATION -> story.ordered().reported();
            case APPEAL -> story.determined();
            case DECIDE_APPEAL -> story.determined().appealedAgainstTheDetermination();
            case RECORD_MINUTES, WITHDRAW_MEASURE -> story.summoned();
            case CONFIRM_COMMITMENT -> story.summoned().interviewed();
            default -> story;
        });
    }

    Story opened(int round, int drawNo) {
        return then(new ReviewOpened(ASSESSMENT, round, drawNo, List.of(LEAD, SECOND), LEAD, VISIT, BACK_HOME));
    }

    Story ordered() {
        return then(new RectificationOrdered(
                ASSESSMENT, new OrderId("r1"), 1, List.of(new ItemNo(1)), List.of(), LocalDate.of(2018, 5, 10), BACK_HOME));
    }

    Story reported() {
        return then(new RectificationReported(
                ASSESSMENT, new OrderId("r1"), new Statement("已整改。"), List.of(), BACK_HOME));
    }

    Story determined() {
        return then(new NotAttainedDetermined(ASSESSMENT, Ground.SLOW_PROGRESS, REASON, BACK_HOME));
    }

    Story appealedAgainstTheDetermination() {
        return then(new AppealLodged(
                ASSESSMENT, new AppealId("a1"), null, List.of(), true, new Statement("请予复核。"), List.of(), BACK_HOME));
    }

    Story appealed(int round, Integer... items) {
        return then(new AppealLodged(
                ASSESSMENT,
                new AppealId("a1"),
                round,
                Stream.of(items).map(ItemNo::new).toList(),
                false,
                new Statement("请予复核。"),
                List.of(),
                BACK_HOME));
    }

    Story summoned() {
        return then(new MeasureIssued(
                ASSESSMENT, new MeasureId("m1"), MeasureKind.INTERVIEW, REASON,
                new Summons(BACK_HOME, new Title("县教育局会议室"), List.of(new PersonName("校长乙"))), BACK_HOME));
    }

    Story interviewed() {
        return then(new InterviewHeld(
                ASSESSMENT, new MeasureId("m1"), new Statement("校长承诺整改。"), BACK_HOME,
                List.of(new Commitment(REASON, LocalDate.of(2018, 6, 30))), BACK_HOME));
    }

    Story assessedAt(double total) {
        List<ItemFindings> findings = Found.totalling(total);
        Scoresheet sheet = Scoresheet.of(STANDARD, findings);
        return then(new SelfAssessed(
                ASSESSMENT, findings, sheet.items(), Points.of(total), Points.of(70), total >= 70, IN_MARCH));
    }

    Story drawn(int drawNo, @Nullable Reason reason) {
        return then(new InspectorsDrawn(
                ASSESSMENT,
                drawNo,
                new Seed("seed-" + drawNo),
                SeedOrigin.CALLER,
                2,
                ROSTER.hash(),
                List.of(
                        new Exclusion(Guannan.NEIGHBOUR, ExclusionReason.SAME_TOWNSHIP),
                        new Exclusion(Guannan.COLLEAGUE, ExclusionReason.SAME_SCHOOL)),
                List.of(LEAD, SECOND, NOT_DRAWN),
                Loads.NONE.of(List.of(LEAD, SECOND, NOT_DRAWN)),
                List.of(LEAD, SECOND),
                LEAD,
                reason,
                IN_MARCH));
    }

    Story scored(InspectorId by, ItemFindings findings) {
        Points after = FindingsPolicy.score(STANDARD, findings).score();
        Points before = state().currentReview()
                .flatMap(review -> review.item(findings.itemNo()))
                .map(item -> item.score())
                .orElse(null);
        return then(new ItemScored(
                ASSESSMENT, 1, findings.itemNo(), findings.deductions(), findings.measurements(),
                findings.notApplicable(), before, after, null, by, ON_SITE, ON_SITE));
    }

    Story signed(InspectorId by) {
        return signed(1, by);
    }

    Story signed(int round, InspectorId by) {
        return then(new ReviewSigned(ASSESSMENT, round, by, OPINION, BACK_HOME));
    }

    /** In the first round, of which the one replaced is the lead. */
    Story replaced(InspectorId replaced, InspectorId replacement) {
        return then(new InspectorReplaced(
                ASSESSMENT, 1, replaced, replacement, replacement, 2, new Seed("instead"), SeedOrigin.CALLER,
                ROSTER.hash(), List.of(), List.of(replacement), Loads.NONE.of(List.of(replacement)), REASON, BACK_HOME));
    }

    Story then(AssessmentEvent next) {
        List<AssessmentEvent> longer = new ArrayList<>(events);
        longer.add(next);
        return new Story(longer);
    }

    AssessmentState state() {
        AssessmentState state = null;
        for (AssessmentEvent event : events) {
            state = AssessmentState.evolve(state, event);
        }
        if (state == null) {
            throw new IllegalStateException("nothing has happened yet");
        }
        return state;
    }

    String tag() {
        return state().tag();
    }

    private Story applied(double total) {
        return then(new ApplicationSubmitted(
                ASSESSMENT, LocalDate.of(2018, 3, 24), new PersonName("校长乙"), SCHOOL.facts(), Points.of(total),
                IN_MARCH));
    }
}
