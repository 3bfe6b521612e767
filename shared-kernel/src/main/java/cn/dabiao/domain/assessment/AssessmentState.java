package cn.dabiao.domain.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

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
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;

/**
 * An assessment as its events have made it: the same fold serves the aggregate, the projections and time travel.
 *
 * @param version how many events it is made of; the entity tag of the assessment
 */
public record AssessmentState(
        AssessmentId assessmentId,
        BureauCode bureau,
        StandardId standardId,
        long version,
        Phase phase,
        PlanSubmitted plan,
        @Nullable SelfAssessed selfAssessment,
        @Nullable ApplicationSubmitted application,
        List<InspectorsDrawn> draws,
        List<Review> reviews,
        @Nullable GradeAssigned grade) {

    public AssessmentState {
        draws = List.copyOf(draws);
        reviews = List.copyOf(reviews);
    }

    /** The state after this event; {@code before} is null for the first event of the stream alone. */
    public static AssessmentState evolve(@Nullable AssessmentState before, AssessmentEvent event) {
        if (before == null) {
            if (event instanceof PlanSubmitted plan) {
                return planned(plan);
            }
            throw new IllegalStateException("an assessment begins with a plan, not with " + event);
        }
        return before.after(event).counted();
    }

    private AssessmentState after(AssessmentEvent event) {
        return switch (event) {
            case PlanSubmitted plan -> with(plan);
            case SelfAssessed done -> in(Phase.SELF_ASSESSED).with(done);
            case ApplicationSubmitted form -> in(Phase.APPLIED).with(form);
            case ApplicationAccepted _ -> in(Phase.ACCEPTED);
            case ApplicationReturned _ -> in(Phase.RETURNED);
            case ApplicationWithdrawn _ -> in(Phase.WITHDRAWN);
            case InspectorsDrawn draw -> in(Phase.INSPECTORS_DRAWN).with(draw);
            case ReviewOpened opened -> in(Phase.UNDER_REVIEW).with(Review.opened(opened));
            case ItemScored scored -> withRound(review(scored.round()).with(scored));
            case ReviewSigned signed -> signed(review(signed.round()).with(signed));
            case GradeAssigned assigned -> in(Phase.GRADED).with(assigned);
        };
    }

    private AssessmentState signed(Review review) {
        return review.isComplete() ? in(Phase.REVIEWED).withRound(review) : withRound(review);
    }

    private static AssessmentState planned(PlanSubmitted plan) {
        return new AssessmentState(
                plan.assessmentId(), plan.bureau(), plan.standardId(), 1, Phase.PLANNED,
                plan, null, null, List.of(), List.of(), null);
    }

    /** The entity tag of the whole assessment. */
    public String tag() {
        return Long.toString(version);
    }

    public Optional<Review> currentReview() {
        return reviews.isEmpty() ? Optional.empty() : Optional.of(reviews.getLast());
    }

    public Optional<Review> reviewOf(int round) {
        return reviews.stream().filter(review -> review.round() == round).findFirst();
    }

    public Optional<InspectorsDrawn> currentDraw() {
        return draws.isEmpty() ? Optional.empty() : Optional.of(draws.getLast());
    }

    /** The number the next round will have. */
    public int nextRound() {
        return reviews.size() + 1;
    }

    /** Whether the last draw has not been used for a round yet, so that a further draw would replace it. */
    public boolean hasOpenDraw() {
        return phase == Phase.INSPECTORS_DRAWN;
    }

    /** The self-assessment's result on which an application rests. */
    public SelfAssessed declaredSelfAssessment() {
        return Objects.requireNonNull(selfAssessment, "a phase in which one may apply has a self-assessment");
    }

    private Review review(int round) {
        return reviewOf(round).orElseThrow();
    }

    private AssessmentState counted() {
        return new AssessmentState(
                assessmentId, bureau, standardId, version + 1, phase,
                plan, selfAssessment, application, draws, reviews, grade);
    }

    private AssessmentState in(Phase next) {
        return new AssessmentState(
                assessmentId, bureau, standardId, version, next,
                plan, selfAssessment, application, draws, reviews, grade);
    }

    private AssessmentState with(PlanSubmitted next) {
        return new AssessmentState(
                assessmentId, bureau, standardId, version, phase,
                next, selfAssessment, application, draws, reviews, grade);
    }

    private AssessmentState with(SelfAssessed next) {
        return new AssessmentState(
                assessmentId, bureau, standardId, version, phase, plan, next, application, draws, reviews, grade);
    }

    private AssessmentState with(ApplicationSubmitted next) {
        return new AssessmentState(
                assessmentId, bureau, standardId, version, phase, plan, selfAssessment, next, draws, reviews, grade);
    }

    private AssessmentState with(InspectorsDrawn next) {
        return new AssessmentState(
                assessmentId, bureau, standardId, version, phase,
                plan, selfAssessment, application, appended(draws, next), reviews, grade);
    }

    private AssessmentState with(Review next) {
        return new AssessmentState(
                assessmentId, bureau, standardId, version, phase,
                plan, selfAssessment, application, draws, appended(reviews, next), grade);
    }

    private AssessmentState withRound(Review next) {
        List<Review> changed = reviews.stream()
                .map(review -> review.round() == next.round() ? next : review)
                .toList();
        return new AssessmentState(
                assessmentId, bureau, standardId, version, phase,
                plan, selfAssessment, application, draws, changed, grade);
    }

    private AssessmentState with(GradeAssigned next) {
        return new AssessmentState(
                assessmentId, bureau, standardId, version, phase,
                plan, selfAssessment, application, draws, reviews, next);
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
