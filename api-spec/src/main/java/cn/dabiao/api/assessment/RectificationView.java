package cn.dabiao.api.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.rectification.Hazard;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.rectification.RectificationOrder;
import cn.dabiao.domain.rectification.RectificationStanding;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Statement;

/**
 * A rectification order (整改通知) and what came of it.
 *
 * @param round   the round whose grade it follows
 * @param dueOn   the date that counts now: the last one set
 * @param overdue whether that date has passed without a report, as the calendar has recorded it
 * @param report  the school's last one; null until it reports
 * @param finding why the office verified it or sent it back, where it says so
 */
public record RectificationView(
        OrderId orderId,
        int round,
        List<ItemNo> items,
        List<Hazard> hazards,
        LocalDate dueOn,
        RectificationStanding standing,
        boolean overdue,
        @Nullable ReportView report,
        @Nullable Reason finding,
        Instant orderedAt) {

    /** What the school has mended, and what proves it. */
    public record ReportView(Statement report, List<ProofView> evidence, Instant reportedAt) {

        static @Nullable ReportView of(RectificationOrder.@Nullable Report report, boolean persons) {
            return report == null
                    ? null
                    : new ReportView(report.report(), ProofView.of(report.evidence(), persons), report.reportedAt());
        }
    }

    /** @param persons whether the reader may see what tells of persons */
    public static RectificationView of(RectificationOrder order, boolean persons) {
        return new RectificationView(
                order.orderId(),
                order.round(),
                order.items(),
                order.hazards(),
                order.dueOn(),
                order.standing(),
                order.overdue(),
                ReportView.of(order.report(), persons),
                order.finding(),
                order.orderedAt());
    }
}
