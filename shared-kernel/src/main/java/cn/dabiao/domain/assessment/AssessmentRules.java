package cn.dabiao.domain.assessment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.Standard;

/**
 * Who may do what with an assessment, and when (RULES.md §4 and §6). Commands are decided by these rules, and the
 * {@code allowed} of every answer is computed by them, so that the two cannot disagree.
 */
public final class AssessmentRules {

    private AssessmentRules() {}

    /** What this caller may do now, in the order of {@link Action}. */
    public static List<Action> allowed(AssessmentState state, Terms terms, Actor actor) {
        return Arrays.stream(Action.values())
                .filter(action -> refusal(action, state, terms, actor).isEmpty())
                .toList();
    }

    /** @throws cn.dabiao.domain.refusal.RefusedException when this caller may not do this now */
    public static void require(Action action, AssessmentState state, Terms terms, Actor actor) {
        refusal(action, state, terms, actor).ifPresent(Refusal::raise);
    }

    /** The first reason why not: the role, then whose it is, then the campaign, then the phase, then the rest. */
    public static Optional<Refusal> refusal(Action action, AssessmentState state, Terms terms, Actor actor) {
        return roleRefusal(action, actor)
                .or(() -> ownerRefusal(state, actor))
                .or(() -> campaignRefusal(action, terms))
                .or(() -> phaseRefusal(action, state))
                .or(() -> ownRefusal(action, state, terms, actor));
    }

    /** Whether this caller may do this to this assessment at all, in whatever phase. */
    public static void requirePermitted(Action action, AssessmentState state, Actor actor) {
        roleRefusal(action, actor)
                .or(() -> ownerRefusal(state, actor))
                .or(() -> memberRefusal(action, state, actor))
                .ifPresent(Refusal::raise);
    }

    public static Optional<Refusal> roleRefusal(Action action, Actor actor) {
        return actor.isAnyOf(action.roles())
                ? Optional.empty()
                : Optional.of(new Refusal.RoleNotPermitted(action, action.roles()));
    }

    /** Whose assessment it is: the bureau's, and for a school's account its own alone. */
    private static Optional<Refusal> ownerRefusal(AssessmentState state, Actor actor) {
        if (!actor.belongsTo(state.bureau())) {
            return Optional.of(new Refusal.AnotherBureau(Thing.ASSESSMENT, state.assessmentId().value()));
        }
        return schoolRefusal(state.assessmentId(), actor);
    }

    /** A school's account stands for its own school only, whatever other roles stand beside it in the token. */
    public static Optional<Refusal> schoolRefusal(AssessmentId assessmentId, Actor actor) {
        boolean foreign = actor.is(Role.SCHOOL) && !actor.speaksFor(assessmentId.schoolCode());
        return foreign
                ? Optional.of(new Refusal.AnotherSchool(assessmentId.schoolCode().value()))
                : Optional.empty();
    }

    /** A closed campaign takes only what outlives it. */
    public static Optional<Refusal> campaignRefusal(Action action, Terms terms) {
        Campaign campaign = terms.campaign();
        return campaign.closedAt() == null || action.outlivesCampaign()
                ? Optional.empty()
                : Optional.of(new Refusal.CampaignIsClosed(campaign.campaignId(), campaign.closedAt()));
    }

    private static Optional<Refusal> phaseRefusal(Action action, AssessmentState state) {
        if (action.phases().contains(state.phase())) {
            return Optional.empty();
        }
        if (action == Action.ASSIGN_GRADE && state.phase() == Phase.UNDER_REVIEW) {
            Review review = state.currentReview().orElseThrow();
            return Optional.of(new Refusal.SignaturesMissing(review.round(), review.notSignedBy()));
        }
        boolean sealed = state.phase() == Phase.REVIEWED || state.phase() == Phase.GRADED;
        if (sealed && (action == Action.SCORE_ITEM || action == Action.SIGN_REVIEW)) {
            Review review = state.currentReview().orElseThrow();
            return Optional.of(new Refusal.RoundAlreadySigned(review.round(), review.signedBy()));
        }
        return Optional.of(new Refusal.WrongPhase(action, state.phase(), action.phases()));
    }

    private static Optional<Refusal> ownRefusal(
            Action action, AssessmentState state, Terms terms, Actor actor) {
        return switch (action) {
            case APPLY -> qualification(state);
            case SCORE_ITEM -> membership(action, state, actor)
                    .or(() -> openness(state))
                    .or(() -> visit(state, terms));
            case SIGN_REVIEW -> membership(action, state, actor)
                    .or(() -> firstSignature(state, actor))
                    .or(() -> completeness(state, terms.standard()))
                    .or(() -> visit(state, terms));
            case FILE_PLAN, SELF_ASSESS, WITHDRAW_APPLICATION, ACCEPT_APPLICATION, RETURN_APPLICATION,
                    DRAW_INSPECTORS, OPEN_REVIEW, REPLACE_INSPECTOR, ASSIGN_GRADE, CORRECT_SCORE,
                    DETERMINE_NOT_ATTAINED, ORDER_RECTIFICATION, REPORT_RECTIFICATION, VERIFY_RECTIFICATION, APPEAL,
                    DECIDE_APPEAL, ISSUE_MEASURE, RECORD_MINUTES, CONFIRM_COMMITMENT, WITHDRAW_MEASURE ->
                AftermathRules.refusal(action, state, terms, actor);
        };
    }

    private static Optional<Refusal> qualification(AssessmentState state) {
        var self = state.declaredSelfAssessment();
        return self.qualified()
                ? Optional.empty()
                : Optional.of(new Refusal.NotQualified(self.total(), self.threshold()));
    }

    /** Who was not drawn learns nothing of a round, not even its version. */
    private static Optional<Refusal> memberRefusal(Action action, AssessmentState state, Actor actor) {
        boolean inRound = action == Action.SCORE_ITEM || action == Action.SIGN_REVIEW;
        return inRound && state.currentReview().isPresent() ? membership(action, state, actor) : Optional.empty();
    }

    private static Optional<Refusal> membership(Action action, AssessmentState state, Actor actor) {
        Review review = state.currentReview().orElseThrow();
        InspectorId inspector = actor.inspector();
        if (inspector == null) {
            return Optional.of(new Refusal.RoleNotPermitted(action, action.roles()));
        }
        return review.inspectors().contains(inspector)
                ? Optional.empty()
                : Optional.of(new Refusal.NotInspectorOfRound(review.round(), inspector));
    }

    /** The first signature closes the scores: nobody's name may stand under a sheet that changed afterwards. */
    private static Optional<Refusal> openness(AssessmentState state) {
        Review review = state.currentReview().orElseThrow();
        return review.signatures().isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal.RoundAlreadySigned(review.round(), review.signedBy()));
    }

    /** In a further round every item is scored from the start, and yet nobody signs what they have not seen. */
    private static Optional<Refusal> visit(AssessmentState state, Terms terms) {
        Review review = state.currentReview().orElseThrow();
        LocalDate today = terms.at().atZone(terms.campaign().zone()).toLocalDate();
        return today.isBefore(review.visitOn())
                ? Optional.of(new Refusal.VisitNotYet(review.round(), review.visitOn(), today))
                : Optional.empty();
    }

    private static Optional<Refusal> firstSignature(AssessmentState state, Actor actor) {
        Review review = state.currentReview().orElseThrow();
        InspectorId inspector = actor.inspector();
        return inspector != null && review.signedBy().contains(inspector)
                ? Optional.of(new Refusal.AlreadySigned(review.round(), inspector))
                : Optional.empty();
    }

    private static Optional<Refusal> completeness(AssessmentState state, Standard standard) {
        Review review = state.currentReview().orElseThrow();
        List<ItemNo> unscored = standard.itemNos().stream()
                .filter(itemNo -> !review.isScored(itemNo))
                .toList();
        return unscored.isEmpty()
                ? Optional.empty()
                : Optional.of(new Refusal.RoundIncomplete(review.round(), unscored));
    }
}
