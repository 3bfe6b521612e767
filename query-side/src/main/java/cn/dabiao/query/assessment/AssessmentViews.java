package cn.dabiao.query.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.assessment.AppealView;
import cn.dabiao.api.assessment.AssessmentView;
import cn.dabiao.api.assessment.DeductionView;
import cn.dabiao.api.assessment.DeterminationView;
import cn.dabiao.api.assessment.DocumentView;
import cn.dabiao.api.assessment.MeasureView;
import cn.dabiao.api.assessment.RectificationView;
import cn.dabiao.api.assessment.ReviewedItemView;
import cn.dabiao.domain.appeal.AppealWindow;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.SelfAssessed;
import cn.dabiao.domain.assessment.AssessmentRules;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Determination;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.assessment.ReviewedItem;
import cn.dabiao.domain.assessment.StandingGrade;
import cn.dabiao.domain.assessment.Terms;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.standard.Item;
import cn.dabiao.domain.standard.Standard;

/**
 * Makes the contract's view of a state.
 *
 * @param terms   what the campaign and its standard say at the moment of asking
 * @param persons whether the reader may see persons, and what tells of them
 */
record AssessmentViews(Terms terms, boolean persons) {

    Standard standard() {
        return terms.standard();
    }

    AssessmentView of(AssessmentRecord row, Actor actor, long shown) {
        return of(row, AssessmentRules.allowed(row.state(), terms, actor), shown);
    }

    /** As it was: nothing can be done in the past. */
    AssessmentView past(AssessmentRecord row, long position) {
        return of(row, List.of(), position);
    }

    private AssessmentView of(AssessmentRecord row, List<Action> allowed, long shown) {
        AssessmentState state = row.state();
        StandingGrade grade = state.grade();
        return new AssessmentView(
                state.assessmentId(),
                state.assessmentId().campaignId(),
                state.assessmentId().schoolCode(),
                row.schoolName(),
                state.bureau(),
                state.standardId(),
                state.phase(),
                state.standing().orElse(null),
                grade == null ? null : grade.total(),
                standard().items().stream().map(item -> scored(item, state)).toList(),
                plan(state.plan()),
                selfAssessment(state.selfAssessment()),
                declaration(state.application()),
                new DrawViews(persons).of(state),
                state.reviews().stream().map(this::round).toList(),
                grade(grade),
                determination(state.aftermath().determination()),
                state.aftermath().orders().stream()
                        .map(order -> RectificationView.of(order, persons))
                        .toList(),
                state.aftermath().appeals().stream()
                        .map(appeal -> AppealView.of(appeal, persons))
                        .toList(),
                state.aftermath().measures().stream()
                        .map(measure -> MeasureView.of(measure, persons))
                        .toList(),
                allowed,
                state.version(),
                shown);
    }

    /** What an item has in a round; before it is scored, its points and the tag for the first scoring. */
    ReviewedItemView item(Review review, Item item) {
        return review.item(item.itemNo())
                .map(scored -> scored(review, item, scored))
                .orElseGet(() -> new ReviewedItemView(
                        review.round(),
                        item.itemNo(),
                        item.points(),
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        false,
                        review.tagOf(item.itemNo())));
    }

    private ReviewedItemView scored(Review review, Item item, ReviewedItem scored) {
        return new ReviewedItemView(
                review.round(),
                item.itemNo(),
                item.points(),
                scored.score(),
                DeductionView.of(scored.deductions(), persons),
                scored.measurements(),
                scored.notApplicable(),
                scored.scoredBy(),
                scored.scoredAt(),
                scored.carriedFrom(),
                scored.corrected(),
                review.tagOf(item.itemNo()));
    }

    private static AssessmentView.ScoredItem scored(Item item, AssessmentState state) {
        return new AssessmentView.ScoredItem(
                item.itemNo().value(),
                item.points(),
                state.currentReview()
                        .flatMap(review -> review.item(item.itemNo()))
                        .map(ReviewedItem::score)
                        .orElse(null));
    }

    private AssessmentView.Plan plan(PlanSubmitted plan) {
        return new AssessmentView.Plan(
                plan.title(),
                DocumentView.of(plan.document(), persons),
                persons ? plan.leadingGroup() : List.of(),
                plan.deadline(),
                plan.late(),
                plan.at());
    }

    private static AssessmentView.@Nullable SelfAssessmentResult selfAssessment(@Nullable SelfAssessed done) {
        return done == null
                ? null
                : new AssessmentView.SelfAssessmentResult(
                        done.total(), done.threshold(), done.qualified(), done.scores(), done.at());
    }

    private AssessmentView.@Nullable Declaration declaration(@Nullable ApplicationSubmitted form) {
        return form == null
                ? null
                : new AssessmentView.Declaration(
                        form.declaredOn(),
                        persons ? form.sealedBy() : null,
                        persons ? form.school() : null,
                        form.selfTotal(),
                        form.at());
    }

    private AssessmentView.Round round(Review review) {
        return new AssessmentView.Round(
                review.round(),
                review.inspectors(),
                review.replaced(),
                review.lead(),
                review.visitOn(),
                standard().items().stream().map(item -> item(review, item)).toList(),
                review.signatures().stream()
                        .map(signature -> new AssessmentView.Signed(signature.signedBy(), signature.opinion()))
                        .toList(),
                review.isComplete());
    }

    private AssessmentView.@Nullable GradeResult grade(@Nullable StandingGrade grade) {
        return grade == null
                ? null
                : new AssessmentView.GradeResult(
                        grade.round(),
                        grade.grade(),
                        grade.total(),
                        grade.categoryTotals(),
                        grade.opinion(),
                        persons ? grade.sealedBy() : null,
                        grade.assignedAt(),
                        grade.contestedSince(),
                        appealUntil(grade.contestedSince()),
                        revision(grade.revised()));
    }

    private static AssessmentView.@Nullable GradeRevision revision(StandingGrade.@Nullable Revision revised) {
        return revised == null
                ? null
                : new AssessmentView.GradeRevision(
                        revised.totalBefore(),
                        revised.gradeBefore(),
                        revised.appealId(),
                        revised.authority(),
                        revised.revisedAt());
    }

    private @Nullable DeterminationView determination(@Nullable Determination it) {
        return it == null
                ? null
                : new DeterminationView(
                        it.ground(), it.reason(), it.determinedAt(), appealUntil(it.determinedAt()));
    }

    private LocalDate appealUntil(Instant contestedSince) {
        return AppealWindow.of(terms.campaign()).lastDay(contestedSince);
    }
}
