package cn.dabiao.domain.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOrdered;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationReported;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationSentBack;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationVerified;
import cn.dabiao.domain.scoring.Evidence;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Statement;

/**
 * An order as its events have made it.
 *
 * @param round   the round after which it was given
 * @param dueOn   the date that counts now: the last one set
 * @param overdue whether that date passed without a report
 * @param report  the last one; null until the school reports
 * @param finding why the office verified it or sent it back, where it says so
 */
public record RectificationOrder(
        OrderId orderId,
        int round,
        List<ItemNo> items,
        List<Hazard> hazards,
        LocalDate dueOn,
        RectificationStanding standing,
        boolean overdue,
        @Nullable Report report,
        @Nullable Reason finding,
        Instant orderedAt) {

    /** What the school did, and what proves it. */
    public record Report(Statement report, List<Evidence> evidence, Instant reportedAt) {

        public Report {
            evidence = List.copyOf(evidence);
        }
    }

    public RectificationOrder {
        items = List.copyOf(items);
        hazards = List.copyOf(hazards);
    }

    public static RectificationOrder ordered(RectificationOrdered event) {
        return new RectificationOrder(
                event.orderId(),
                event.round(),
                event.items(),
                event.hazards(),
                event.dueOn(),
                RectificationStanding.ORDERED,
                false,
                null,
                null,
                event.at());
    }

    /** A report that comes late ends nothing of its lateness: that stays in the history. */
    public RectificationOrder reported(RectificationReported event) {
        return standing(RectificationStanding.REPORTED, dueOn, false, finding)
                .with(new Report(event.report(), event.evidence(), event.at()));
    }

    public RectificationOrder verified(RectificationVerified event) {
        return standing(RectificationStanding.VERIFIED, dueOn, false, event.reason());
    }

    public RectificationOrder sentBack(RectificationSentBack event) {
        return standing(RectificationStanding.SENT_BACK, event.dueOn(), false, event.reason());
    }

    public RectificationOrder pastDue() {
        return standing(standing, dueOn, true, finding);
    }

    public boolean isVerified() {
        return standing == RectificationStanding.VERIFIED;
    }

    /** Whether the school is to report: nothing came yet, or what came was sent back. */
    public boolean awaitsReport() {
        return standing == RectificationStanding.ORDERED || standing == RectificationStanding.SENT_BACK;
    }

    private RectificationOrder standing(
            RectificationStanding next, LocalDate due, boolean past, @Nullable Reason found) {
        return new RectificationOrder(orderId, round, items, hazards, due, next, past, report, found, orderedAt);
    }

    private RectificationOrder with(Report next) {
        return new RectificationOrder(
                orderId, round, items, hazards, dueOn, standing, overdue, next, finding, orderedAt);
    }
}
