package cn.dabiao.domain.appeal;

import java.time.Instant;
import java.util.Optional;

import cn.dabiao.domain.assessment.Aftermath.ClosedWindow;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.campaign.Campaign;

/**
 * When it is recorded that a window for appeals has ended (RULES.md §4.10): once for each, after its last day, as long as
 * what it is about stands. Appeals outlive their campaign, and so do their windows.
 *
 * <p>Nobody waits for it: whether one may still appeal, {@link AppealPolicy} tells by the date alone.
 */
public final class WindowPolicy {

    private WindowPolicy() {}

    /** The window that has ended and is not recorded yet; empty when there is none. */
    public static Optional<ClosedWindow> due(
            AssessmentState state, Contested contested, Campaign campaign, Instant at) {
        AppealWindow window = AppealWindow.of(campaign);
        return Optional.ofNullable(AppealPolicy.contestable(state).get(contested))
                .filter(since -> window.isOverAt(at, since))
                .map(since -> new ClosedWindow(contested, since))
                .filter(ended -> !state.aftermath().closedWindows().contains(ended));
    }
}
