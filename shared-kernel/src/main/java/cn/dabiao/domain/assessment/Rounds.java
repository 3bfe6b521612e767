package cn.dabiao.domain.assessment;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;

/** Which round a command means: it names it, so that nobody scores or grades another than they think. */
public final class Rounds {

    private Rounds() {}

    /** The round of that number, which has to be the latest. */
    public static Review current(AssessmentState state, int round, Action action) {
        Review latest = state.currentReview()
                .orElseThrow(() -> new Refusal.WrongPhase(action, state.phase(), action.phases()).asException());
        if (state.reviewOf(round).isEmpty()) {
            throw new Refusal.NotFound(Thing.REVIEW_ROUND, Integer.toString(round)).asException();
        }
        if (latest.round() != round) {
            throw new Refusal.NotCurrentRound(round, latest.round()).asException();
        }
        return latest;
    }
}
