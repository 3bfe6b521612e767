package cn.dabiao.api.projection;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An event that a group could not project; never what it holds.
 *
 * @param position the event's ledger position, by which it is named
 * @param cause    the kind of error; its text is in the operator's log
 * @param waiting  how many events of its sequence wait behind it
 */
public record DeadLetterView(
        long position, String streamId, String eventType, @Nullable String cause, Instant since, int waiting) {}
