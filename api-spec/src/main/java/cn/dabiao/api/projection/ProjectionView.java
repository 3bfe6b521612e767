package cn.dabiao.api.projection;

import org.jspecify.annotations.Nullable;

/**
 * How a group of projections is getting on; its tables share a position.
 *
 * @param position        the ledger position up to which its rows show everything; -1 for nothing
 * @param lagEvents       how many events are not projected yet
 * @param lagSeconds      since when the oldest of them waits
 * @param eventsPerSecond how many were projected lately, over about half a minute, as this node has seen it
 * @param deadLetters     events that are parked: that could not be projected, or wait behind one
 * @param deadSequences   in how many sequences
 * @param rebuild         the last one; null when there was none
 */
public record ProjectionView(
        String group,
        ProjectionState status,
        int segments,
        long position,
        long lagEvents,
        double lagSeconds,
        double eventsPerSecond,
        int deadLetters,
        int deadSequences,
        @Nullable RebuildView rebuild) {}
