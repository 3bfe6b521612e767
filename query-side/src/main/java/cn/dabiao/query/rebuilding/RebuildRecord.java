package cn.dabiao.query.rebuilding;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.projection.RebuildState;

/**
 * A row of {@code view.rebuild}.
 *
 * @param position       up to which its rows are folded
 * @param target         where the live projection was when it was looked at last
 * @param failedPosition of the event that could not be projected; null when something else failed
 * @param failure        {@code INTERRUPTED}, or the kind of error; no text of it, it may tell of persons
 */
public record RebuildRecord(
        String group,
        RebuildState state,
        long position,
        long target,
        double eventsPerSecond,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long failedPosition,
        @Nullable String failure) {

    public boolean underWay() {
        return state == RebuildState.QUEUED || state == RebuildState.RUNNING;
    }
}
