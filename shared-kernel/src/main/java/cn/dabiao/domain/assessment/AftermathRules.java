package cn.dabiao.domain.assessment;

import java.util.List;
import java.util.Optional;

import cn.dabiao.domain.appeal.Appeal;
import cn.dabiao.domain.appeal.AppealPolicy;
import cn.dabiao.domain.measure.IssuedMeasure;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.rectification.RectificationOrder;
import cn.dabiao.domain.rectification.RectificationStanding;
import cn.dabiao.domain.refusal.Refusal;

/** What {@link AssessmentRules} asks of everything that follows from a review, beside role, owner and phase. */
final class AftermathRules {

    private AftermathRules() {}

    static Optional<Refusal> refusal(Action action, AssessmentState state, Terms terms, Actor actor) {
        Aftermath aftermath = state.aftermath();
        return switch (action) {
            case DRAW_INSPECTORS, OPEN_REVIEW -> reReview(state);
            case ASSIGN_GRADE -> openAppeals(aftermath);
            case CORRECT_SCORE -> refusedIf(
                            state.correctableReview().isEmpty(), new Refusal.NothingToCorrect(state.phase()))
                    .or(() -> AppealPolicy.allContested(state, terms.standard()));
            case DETERMINE_NOT_ATTAINED -> Optional.ofNullable(aftermath.determination())
                    .map(standing -> new Refusal.AlreadyDetermined(standing.ground(), standing.determinedAt()));
            case REPORT_RECTIFICATION -> refusedIf(
                    aftermath.orders().stream().noneMatch(RectificationOrder::awaitsReport),
                    new Refusal.NothingToRectify());
            case VERIFY_RECTIFICATION -> refusedIf(
                    aftermath.orders().stream()
                            .noneMatch(order -> order.standing() == RectificationStanding.REPORTED),
                    new Refusal.NothingReported());
            case APPEAL -> AppealPolicy.refusal(state, terms);
            case DECIDE_APPEAL -> refusedIf(aftermath.openAppeals().isEmpty(), new Refusal.NoOpenAppeal())
                    .or(() -> AppealPolicy.partiality(state, actor));
            case RECORD_MINUTES -> refusedIf(
                    aftermath.measures().stream().noneMatch(IssuedMeasure::awaitsMinutes),
                    new Refusal.NoInterviewToRecord());
            case CONFIRM_COMMITMENT -> refusedIf(
                    aftermath.measures().stream().allMatch(measure -> measure.openCommitments().isEmpty()),
                    new Refusal.NoOpenCommitment());
            case WITHDRAW_MEASURE -> refusedIf(
                    aftermath.measures().stream().noneMatch(IssuedMeasure::stands), new Refusal.NoStandingMeasure());
            case FILE_PLAN, SELF_ASSESS, APPLY, WITHDRAW_APPLICATION, ACCEPT_APPLICATION, RETURN_APPLICATION,
                    SCORE_ITEM, SIGN_REVIEW, REPLACE_INSPECTOR, ORDER_RECTIFICATION, ISSUE_MEASURE -> Optional.empty();
        };
    }

    /** A further round needs every order verified and no appeal open (RULES.md §4.9). */
    private static Optional<Refusal> reReview(AssessmentState state) {
        if (state.grade() == null) {
            return Optional.empty();
        }
        List<RectificationOrder> open = state.aftermath().openOrders();
        return open.isEmpty()
                ? openAppeals(state.aftermath())
                : Optional.of(new Refusal.RectificationsOpen(
                        open.stream().map(RectificationOrder::orderId).toList()));
    }

    /** A grade assigned over an open appeal would take away what the appeal is about. */
    private static Optional<Refusal> openAppeals(Aftermath aftermath) {
        List<Appeal> open = aftermath.openAppeals();
        return refusedIf(
                !open.isEmpty(), new Refusal.AppealsOpen(open.stream().map(Appeal::appealId).toList()));
    }

    private static Optional<Refusal> refusedIf(boolean refused, Refusal refusal) {
        return refused ? Optional.of(refusal) : Optional.empty();
    }
}
