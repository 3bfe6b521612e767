package cn.dabiao.command.timers;

import java.util.Optional;

import cn.dabiao.ledger.StreamId;

/**
 * A kind of period that some event begins and that ends by the calendar, with something for the product to do then.
 *
 * <p>A timer is set for every event that begins a period, and none is ever cancelled: what was extended, done or closed in
 * the meantime is found out at the end. So {@link #ended} decides on the state of that moment, and does nothing where
 * nothing is due any more. It is called at least once, after the end, and after a failure or a crash again.
 */
public interface Period {

    /** Stands in timers that are set: once used, it stays. */
    String name();

    /** The kinds of event that may begin it: of all others nothing is asked. */
    Beginnings beginnings();

    /** The end of the period that this event begins; empty when it begins none. */
    default Optional<Ending> begunBy(Object event) {
        return beginnings().of(event);
    }

    /**
     * @param stream the stream of the event that began the period
     * @param about  what that event's {@link Ending} is about
     */
    void ended(StreamId stream, String about);
}
