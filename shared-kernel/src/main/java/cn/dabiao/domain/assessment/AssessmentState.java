package cn.dabiao.domain.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.appeal.Appeal;
import cn.dabiao.domain.assessment.Aftermath.ClosedWindow;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealDecided;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealLodged;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealWindowClosed;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationAccepted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationReturned;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.ApplicationWithdrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.CommitmentFulfilled;
import cn.dabiao.domain.assessment.AssessmentEvent.DeterminationRevoked;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeAssigned;
import cn.dabiao.domain.assessment.AssessmentEvent.GradeRevised;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorReplaced;
import cn.dabiao.domain.assessment.AssessmentEvent.InspectorsDrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.InterviewHeld;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureIssued;
import cn.dabiao.domain.assessment.AssessmentEvent.MeasureWithdrawn;
import cn.dabiao.domain.assessment.AssessmentEvent.NotAttainedDetermined;
import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOrdered;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOverdue;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationReported;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationSentBack;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationVerified;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewSigned;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.assessment.AssessmentEvent.SelfAssessed;
import cn.dabiao.domain.measure.IssuedMeasure;
import cn.dabiao.domain.rectification.RectificationOrder;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;

/**
 * An assessment as its events have made it: the same fold serves the aggregate, the projections and time travel.
 *
 * @param version   how many events it is made of; the entity tag of the assessment
 * @param grade     the one that the scores gave last; see {@link #standing()} for the one that counts
 * @param aftermath what followed from reviews and grades
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
        @Nullable StandingGrade grade,
        Aftermath aftermath) {

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
            case ReviewOpened opened -> in(Phase.UNDER_REVIEW).with(Review.opened(opened, currentReview()));
            case InspectorReplaced replaced -> withRounds(review(replaced.round()).with(replaced));
            case ItemScored scored -> withRounds(review(scored.round()).with(scored));
            case ReviewSigned signed -> signed(review(signed.round()).with(signed));
            case GradeAssigned assigned -> in(Phase.GRADED).with(StandingGrade.assigned(assigned));
            case ScoreCorrected corrected -> corrected(corrected);
            case GradeRevised revised -> with(assignedGrade().revised(revised));
            case NotAttainedDetermined it -> with(aftermath.with(new Determination(it.ground(), it.reason(), it.at())));
            case DeterminationRevoked _ -> with(aftermath.with((Determination) null));
            case RectificationOrdered it -> with(aftermath.with(RectificationOrder.ordered(it)));
            case RectificationReported it -> with(aftermath.order(it.orderId(), order -> order.reported(it)));
            case RectificationVerified it -> with(aftermath.order(it.orderId(), order -> order.verified(it)));
            case RectificationSentBack it -> with(aftermath.order(it.orderId(), order -> order.sentBack(it)));
            case RectificationOverdue it -> with(aftermath.order(it.orderId(), RectificationOrder::pastDue));
            case AppealLodged it -> with(aftermath.with(Appeal.lodged(it)));
            case AppealDecided it -> with(aftermath.appeal(it.appealId(), appeal -> appeal.decided(it)));
            case AppealWindowClosed it -> with(aftermath.with(new ClosedWindow(it.contested(), it.since())));
            case MeasureIssued it -> with(aftermath.with(IssuedMeasure.issued(it)));
            case InterviewHeld it -> with(aftermath.measure(it.measureId(), measure -> measure.held(it)));
            case CommitmentFulfilled it -> with(aftermath.measure(it.measureId(), measure -> measure.fulfilled(it)));
            case MeasureWithdrawn it -> with(aftermath.measure(it.measureId(), measure -> measure.withdrawn(it)));
        };
    }

    private AssessmentState signed(Review review) {
        return review.isComplete() ? in(Phase.REVIEWED).withRounds(review) : withRounds(review);
    }

    private static AssessmentState planned(PlanSubmitted plan) {
        return new AssessmentState(
                plan.assessmentId(), plan.bureau(), plan.standardId(), 1, Phase.PLANNED,
                plan, null, null, List.of(), List.of(), null, Aftermath.NONE);
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

    /** The number the next draw will have: a replacement is a draw, too. */
    public int nextDrawNo() {
        int replacements = reviews.stream().mapToInt(review -> review.replaced().size()).sum();
        return draws.size() + replacements + 1;
    }

    /** The grade that counts: a determination stands above any score (RULES.md §4.7). */
    public Optional<Grade> standing() {
        if (aftermath.determination() != null) {
            return Optional.of(Grade.NOT_ATTAINED);
        }
        return Optional.ofNullable(grade).map(StandingGrade::grade);
    }

    /** The round whose scores can be corrected: the one that waits for its grade, else the one that has it. */
    public Optional<Review> correctableReview() {
        if (phase == Phase.REVIEWED) {
            return currentReview();
        }
        return Optional.ofNullable(grade).flatMap(it -> reviewOf(it.round()));
    }

    /** The self-assessment's result on which an application rests. */
    public SelfAssessed declaredSelfAssessment() {
        return Objects.requireNonNull(selfAssessment, "a phase in which one may apply has a self-assessment");
    }

    private StandingGrade assignedGrade() {
        return Objects.requireNonNull(grade, "a grade that is revised was assigned");
    }

    private Review review(int round) {
        return reviewOf(round).orElseThrow();
    }

    private AssessmentState counted() {
        return new AssessmentState(
                assessmentId, bureau, standardId, version + 1, phase,
                plan, selfAssessment, application, draws, reviews, grade, aftermath);
    }

    private AssessmentState in(Phase next) {
        return new AssessmentState(
                assessmentId, bureau, standardId, version, next,
                plan, selfAssessment, application, draws, reviews, grade, aftermath);
    }

    private AssessmentState with(PlanSubmitted next) {
        return new AssessmentState(
                assessmentId, bureau, standardId, version, phase,
                next, selfAssessment, application, draws, reviews, grade, aftermath);
    }

    private AssessmentState with(SelfAssessed next) {
        return new AssessmentState(
                assessmentId, bureau, standardId, version, phase, plan, next, application, draws, reviews, grade, aftermath);
    }

    private AssessmentState with(ApplicationSubmitted next) {
        return new AssessmentState(
                assessmentId, bureau, standardId, version, phase, plan, selfAssessment, next, draws, reviews, grade, aftermath);
    }

    private AssessmentState with(InspectorsDrawn next) {
        return new AssessmentState(
                assessmentId, bureau, standardId, version, phase,
                plan, selfAssessment, application, appended(draws, next), reviews, grade, aftermath);
    }

    private AssessmentState with(Review next) {
        return new AssessmentState(
                assessmentId, bureau, standardId, version, phase,
                plan, selfAssessment, application, draws, appended(reviews, next), grade, aftermath);
    }

    private AssessmentState withRounds(Review next) {
        return withRounds(review -> review.round() == next.round() ? next : review);
    }

    private AssessmentState corrected(ScoreCorrected event) {
        return withRounds(review -> review.with(event));
    }

    private AssessmentState withRounds(UnaryOperator<Review> change) {
        return new AssessmentState(
                assessmentId, bureau, standardId, version, phase,
                plan, selfAssessment, application, draws, reviews.stream().map(change).toList(), grade, aftermath);
    }

    private AssessmentState with(Aftermath next) {
        return new AssessmentState(
                assessmentId, bureau, standardId, version, phase,
                plan, selfAssessment, application, draws, reviews, grade, next);
    }

    private AssessmentState with(StandingGrade next) {
        return new AssessmentState(
                assessmentId, bureau, standardId, version, phase,
                plan, selfAssessment, application, draws, reviews, next, aftermath);
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }
}
