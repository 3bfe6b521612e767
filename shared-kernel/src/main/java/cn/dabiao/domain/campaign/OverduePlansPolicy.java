package cn.dabiao.domain.campaign;

import java.time.Instant;
import java.util.List;

import cn.dabiao.domain.school.SchoolCode;

/**
 * When it is recorded that plans are overdue (notice §4.2, RULES.md §4.1): once for each deadline, after its last day, as
 * long as the campaign is not over; and not when every school has filed its plan. An extended deadline is another one.
 */
public final class OverduePlansPolicy {

    private OverduePlansPolicy() {}

    /** @param withoutPlan the schools that should have filed a plan and have not */
    public static boolean isDue(Campaign campaign, List<SchoolCode> withoutPlan, Instant at) {
        PlanDeadline deadline = campaign.planDeadline();
        return !campaign.isClosed()
                && deadline.isMissedAt(at)
                && !deadline.date().equals(campaign.overdueRecordedFor())
                && !withoutPlan.isEmpty();
    }
}
