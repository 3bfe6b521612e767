package cn.dabiao.command.assessment;

import java.time.LocalDate;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import cn.dabiao.command.assessment.CalendarCommand.RecordOverdueOrder;
import cn.dabiao.command.timers.Beginnings;
import cn.dabiao.command.timers.Ending;
import cn.dabiao.command.timers.Period;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOrdered;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationSentBack;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.rectification.DueDate;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.ledger.StreamId;

/** The time that a school has to report on an order (RULES.md §4.8): without a report by its end the order is overdue. */
@Component
class RectificationPeriod implements Period {

    private static final Logger LOG = LoggerFactory.getLogger(RectificationPeriod.class);

    private final CalendarDesk desk;
    private final Beginnings beginnings;

    RectificationPeriod(CalendarDesk desk) {
        this.desk = desk;
        this.beginnings = Beginnings.NONE
                .with(RectificationOrdered.class, ordered -> until(ordered.dueOn(), ordered.orderId(), ordered))
                .with(RectificationSentBack.class, back -> until(back.dueOn(), back.orderId(), back));
    }

    @Override
    public String name() {
        return "assessment.rectification";
    }

    @Override
    public Beginnings beginnings() {
        return beginnings;
    }

    @Override
    public void ended(StreamId stream, String about) {
        AssessmentId assessmentId = stream.assessmentId();
        OrderId orderId = new OrderId(about);
        desk.settle(assessmentId, (campaign, request) ->
                        new RecordOverdueOrder(assessmentId, orderId, campaign, request))
                .ifPresent(position -> LOG.info("order {} of {} is overdue", orderId, assessmentId));
    }

    private Optional<Ending> until(LocalDate dueOn, OrderId orderId, AssessmentEvent event) {
        return Optional.of(new Ending(
                DueDate.endsAt(dueOn, desk.campaignOf(event).zone()), orderId.value()));
    }
}
