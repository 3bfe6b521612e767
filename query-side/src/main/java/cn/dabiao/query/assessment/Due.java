package cn.dabiao.query.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import cn.dabiao.api.campaign.OverdueTask;
import cn.dabiao.domain.assessment.Aftermath;
import cn.dabiao.domain.measure.IssuedMeasure;
import cn.dabiao.domain.rectification.RectificationOrder;

/**
 * What a school still owes by a date, in the past or not: the calendar alone makes it overdue.
 *
 * @param ref the order, or the measure
 * @param no  the number of the commitment in its interview; 0 for an order
 */
record Due(OverdueTask what, String ref, int no, LocalDate dueOn) {

    /** Orders that wait for a report, and commitments that nobody has found kept, of measures that stand. */
    static List<Due> in(Aftermath aftermath) {
        return Stream.concat(
                        aftermath.orders().stream().filter(RectificationOrder::awaitsReport).map(Due::of),
                        aftermath.measures().stream().filter(IssuedMeasure::stands).flatMap(Due::of))
                .toList();
    }

    private static Due of(RectificationOrder order) {
        return new Due(OverdueTask.RECTIFICATION, order.orderId().value(), 0, order.dueOn());
    }

    private static Stream<Due> of(IssuedMeasure interview) {
        return interview.openCommitments().stream()
                .map(open -> new Due(
                        OverdueTask.COMMITMENT, interview.measureId().value(), open.no(), open.commitment().dueOn()));
    }
}
