package cn.dabiao.domain.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.appeal.Appeal;
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.Contested;
import cn.dabiao.domain.measure.IssuedMeasure;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.rectification.RectificationOrder;

/**
 * What follows from a review and its grade: the determination that stands, orders, appeals and measures, each in the
 * order in which they came.
 *
 * @param closedWindows the windows for appeals of which the calendar has told that they ended
 */
public record Aftermath(
        @Nullable Determination determination,
        List<RectificationOrder> orders,
        List<Appeal> appeals,
        List<ClosedWindow> closedWindows,
        List<IssuedMeasure> measures) {

    static final Aftermath NONE = new Aftermath(null, List.of(), List.of(), List.of(), List.of());

    /** A window for appeals that has ended, and since when what it was about could be contested. */
    public record ClosedWindow(Contested contested, Instant since) {}

    public Aftermath {
        orders = List.copyOf(orders);
        appeals = List.copyOf(appeals);
        closedWindows = List.copyOf(closedWindows);
        measures = List.copyOf(measures);
    }

    public Optional<RectificationOrder> order(OrderId orderId) {
        return orders.stream().filter(order -> order.orderId().equals(orderId)).findFirst();
    }

    public Optional<Appeal> appeal(AppealId appealId) {
        return appeals.stream().filter(appeal -> appeal.appealId().equals(appealId)).findFirst();
    }

    public Optional<IssuedMeasure> measure(MeasureId measureId) {
        return measures.stream().filter(measure -> measure.measureId().equals(measureId)).findFirst();
    }

    /** The orders that are not verified, of every round. */
    public List<RectificationOrder> openOrders() {
        return orders.stream().filter(Predicate.not(RectificationOrder::isVerified)).toList();
    }

    public List<Appeal> openAppeals() {
        return appeals.stream().filter(Appeal::isOpen).toList();
    }

    Aftermath with(@Nullable Determination next) {
        return new Aftermath(next, orders, appeals, closedWindows, measures);
    }

    Aftermath with(RectificationOrder next) {
        return new Aftermath(determination, appended(orders, next), appeals, closedWindows, measures);
    }

    Aftermath order(OrderId orderId, UnaryOperator<RectificationOrder> change) {
        List<RectificationOrder> changed =
                replaced(orders, order -> order.orderId().equals(orderId), change);
        return new Aftermath(determination, changed, appeals, closedWindows, measures);
    }

    Aftermath with(Appeal next) {
        return new Aftermath(determination, orders, appended(appeals, next), closedWindows, measures);
    }

    Aftermath appeal(AppealId appealId, UnaryOperator<Appeal> change) {
        List<Appeal> changed = replaced(appeals, appeal -> appeal.appealId().equals(appealId), change);
        return new Aftermath(determination, orders, changed, closedWindows, measures);
    }

    Aftermath with(ClosedWindow next) {
        return new Aftermath(determination, orders, appeals, appended(closedWindows, next), measures);
    }

    Aftermath with(IssuedMeasure next) {
        return new Aftermath(determination, orders, appeals, closedWindows, appended(measures, next));
    }

    Aftermath measure(MeasureId measureId, UnaryOperator<IssuedMeasure> change) {
        List<IssuedMeasure> changed =
                replaced(measures, measure -> measure.measureId().equals(measureId), change);
        return new Aftermath(determination, orders, appeals, closedWindows, changed);
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return longer;
    }

    private static <T> List<T> replaced(List<T> list, Predicate<T> which, UnaryOperator<T> change) {
        return list.stream().map(each -> which.test(each) ? change.apply(each) : each).toList();
    }
}
