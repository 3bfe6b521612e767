package cn.dabiao.domain.rectification;

import java.time.Instant;

import cn.dabiao.domain.campaign.Campaign;

/**
 * When it is recorded that an order is overdue (RULES.md §4.8): once for each date, after its last day, as long as the
 * school has not reported and the campaign is not over: its closing ends orders. Sending back sets another date.
 */
public final class OverduePolicy {

    private OverduePolicy() {}

    public static boolean isDue(RectificationOrder order, Campaign campaign, Instant at) {
        return !campaign.isClosed()
                && order.awaitsReport()
                && !order.overdue()
                && DueDate.hasPassed(order.dueOn(), at, campaign.zone());
    }
}
