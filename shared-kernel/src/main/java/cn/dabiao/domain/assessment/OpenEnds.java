package cn.dabiao.domain.assessment;

import java.time.Instant;
import java.util.Optional;

import cn.dabiao.domain.appeal.AppealPolicy;
import cn.dabiao.domain.appeal.AppealWindow;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.OpenEnd;

/** What keeps an assessment from being over (RULES.md §4.6–4.10): the first thing that is still to be done. */
public final class OpenEnds {

    private OpenEnds() {}

    /** @param at the moment for which it is asked: windows for appeals end by themselves */
    public static Optional<OpenEnd> of(AssessmentState state, Campaign campaign, Instant at) {
        Aftermath aftermath = state.aftermath();
        // A further round that has begun has to be graded, too; a determination stands without any round.
        if (state.phase() != Phase.GRADED && aftermath.determination() == null) {
            return Optional.of(OpenEnd.NOT_GRADED);
        }
        if (!aftermath.openOrders().isEmpty()) {
            return Optional.of(OpenEnd.RECTIFICATION_OPEN);
        }
        if (!aftermath.openAppeals().isEmpty()) {
            return Optional.of(OpenEnd.APPEAL_OPEN);
        }
        AppealWindow window = AppealWindow.of(campaign);
        boolean contestable = AppealPolicy.contestable(state).values().stream()
                .anyMatch(since -> !window.isOverAt(at, since));
        return contestable ? Optional.of(OpenEnd.APPEAL_WINDOW_OPEN) : Optional.empty();
    }
}
