package cn.dabiao.api.projection;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A rebuild of a group.
 *
 * @param position       the ledger position up to which it has come; -1 for nothing
 * @param target         the position it has to reach: that of the live projection, which moves on
 * @param etaSeconds     how long it will take yet at this speed; null when it is over, or has not begun
 * @param failedPosition of the event that could not be projected; null when something else failed, or nothing
 * @param failure        the kind of error; {@code INTERRUPTED} when its node has gone; null when nothing failed
 */
public record RebuildView(
        String group,
        RebuildState state,
        long position,
        long target,
        double eventsPerSecond,
        @Nullable Double etaSeconds,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long failedPosition,
        @Nullable String failure) {}
