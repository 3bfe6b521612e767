package cn.dabiao.command.timers;

import java.util.List;
import java.util.function.Supplier;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.command.AggregateScopeDescriptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the ledger and sets a timer for each period that an event begins. The timer and the progress along the ledger
 * are written in one transaction, so none is lost and none set twice. (Should somebody have the ledger followed anew from
 * its beginning, there are two for one period, and the second finds nothing to do.)
 */
@ProcessingGroup(SetTimers.GROUP)
final class SetTimers {

    static final String GROUP = "timers";

    private static final Logger LOG = LoggerFactory.getLogger(SetTimers.class);

    private final DeadlineManager deadlines;
    private final Supplier<List<Period>> periods;

    SetTimers(DeadlineManager deadlines, Supplier<List<Period>> periods) {
        this.deadlines = deadlines;
        this.periods = periods;
    }

    /**
     * A period that had ended when its event was recorded is none: a campaign of years ago that is written down today has
     * nobody overdue today. The payload is read only where its kind may begin something: few events of a ledger do.
     */
    @EventHandler
    void on(DomainEventMessage<?> message) {
        for (Period period : periods.get()) {
            if (!period.beginnings().include(message.getPayloadType())) {
                continue;
            }
            period.begunBy(message.getPayload())
                    .filter(ending -> ending.at().isAfter(message.getTimestamp()))
                    .ifPresent(ending -> set(period, ending, message));
        }
    }

    private void set(Period period, Ending ending, DomainEventMessage<?> message) {
        deadlines.schedule(
                ending.at(),
                period.name(),
                ending.about(),
                new AggregateScopeDescriptor(message.getType(), (Object) message.getAggregateIdentifier()));
        LOG.debug("{} of {} ends at {}", period.name(), message.getAggregateIdentifier(), ending.at());
    }
}
