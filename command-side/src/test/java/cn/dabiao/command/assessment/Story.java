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

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationAccepted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationReturned;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationWithdrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewSigned;
import cn.dabiao.domain.assessment.AssessmentEvent.SelfAssessed;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Draw.Exclusion;
import cn.dabiao.domain.assessment.Draw.ExclusionReason;
import cn.dabiao.domain.assessment.Loads;
import cn.dabiao.domain.assessment.Phase;
import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.assessment.SeedOrigin;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.scoring.FindingsPolicy;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.Scoresheet;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;

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
        return then(new ReviewSigned(ASSESSMENT, 1, by, OPINION, BACK_HOME));
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
