package cn.dabiao.query.assessment;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.assessment.AssessmentView;
import cn.dabiao.api.assessment.DeductionBody;
import cn.dabiao.api.assessment.ReviewedItemView;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.SelfAssessed;
import cn.dabiao.domain.assessment.AssessmentRules;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.assessment.Review;
import cn.dabiao.domain.assessment.ReviewedItem;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.standard.Item;
import cn.dabiao.domain.standard.Standard;

/**
 * Makes the contract's view of a state.
 *
 * @param persons whether the reader may see names and phones of persons
 */
record AssessmentViews(Standard standard, boolean persons) {

    AssessmentView of(AssessmentRecord row, Actor actor, long shown) {
        AssessmentState state = row.state();
        GradeAssigned grade = state.grade();
        return new AssessmentView(
                state.assessmentId(),
                state.assessmentId().campaignId(),
                state.assessmentId().schoolCode(),
                row.schoolName(),
                state.bureau(),
                state.standardId(),
                state.phase(),
                grade == null ? null : grade.grade(),
                grade == null ? null : grade.total(),
                standard.items().stream().map(item -> scored(item, state)).toList(),
                plan(state.plan()),
                selfAssessment(state.selfAssessment()),
                declaration(state.application()),
                state.draws().stream().map(AssessmentViews::draw).toList(),
                state.reviews().stream().map(this::round).toList(),
                grade(grade),
                AssessmentRules.allowed(state, standard, actor),
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
                        review.tagOf(item.itemNo())));
    }

    private static ReviewedItemView scored(Review review, Item item, ReviewedItem scored) {
        return new ReviewedItemView(
                review.round(),
                item.itemNo(),
                item.points(),
                scored.score(),
                scored.deductions().stream().map(DeductionBody::of).toList(),
                scored.measurements(),
                scored.notApplicable(),
                scored.scoredBy(),
                scored.scoredAt(),
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
                plan.document(),
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

    private static AssessmentView.InspectorDraw draw(InspectorsDrawn draw) {
        return new AssessmentView.InspectorDraw(
                draw.drawNo(),
                draw.seed(),
                draw.seedFrom(),
                draw.count(),
                draw.rosterHash(),
                draw.exclusions(),
                draw.eligible(),
                draw.loads(),
                draw.drawn(),
                draw.lead(),
                draw.reason(),
                draw.at());
    }

    private AssessmentView.Round round(Review review) {
        return new AssessmentView.Round(
                review.round(),
                review.inspectors(),
                review.lead(),
                review.visitOn(),
                standard.items().stream().map(item -> item(review, item)).toList(),
                review.signatures().stream()
                        .map(signature -> new AssessmentView.Signed(signature.signedBy(), signature.opinion()))
                        .toList(),
                review.isComplete());
    }

    private AssessmentView.@Nullable GradeResult grade(@Nullable GradeAssigned grade) {
        return grade == null
                ? null
                : new AssessmentView.GradeResult(
                        grade.round(),
                        grade.grade(),
                        grade.total(),
                        grade.categoryTotals(),
                        grade.opinion(),
                        persons ? grade.sealedBy() : null,
                        grade.at());
    }
}
