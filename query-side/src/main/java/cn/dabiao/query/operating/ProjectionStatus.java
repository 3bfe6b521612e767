package cn.dabiao.query.operating;

import java.time.Duration;
import java.util.Optional;

import cn.dabiao.api.projection.ProjectionState;
import cn.dabiao.query.rebuilding.RebuildRecord;

/**
 * How a group is getting on, on whichever nodes.
 *
 * @param position        up to which its rows show everything
 * @param lagEvents       how many events are not projected yet
 * @param lag             since when the oldest of them waits
 * @param eventsPerSecond how many were projected lately
 * @param parked          events that wait in the queue of those that could not be projected
 * @param parkedSequences in how many sequences
 */
public record ProjectionStatus(
        String group,
        ProjectionState state,
        int segments,
        long position,
        long lagEvents,
        Duration lag,
        double eventsPerSecond,
        int parked,
        int parkedSequences,
        Optional<RebuildRecord> rebuild) {

    /** Somebody has to look after it. */
    public boolean alarming() {
        return parked > 0 || state == ProjectionState.ERROR;
    }
}
