package cn.dabiao.query.operating;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The first event of a sequence that is parked.
 *
 * @param letter  its key in the queue
 * @param number  its number in its stream, from 0 on
 * @param cause   the kind of error alone: the text of an error may hold what the event holds
 * @param waiting how many events of the sequence wait behind it
 */
record ParkedEvent(
        String letter,
        String sequence,
        long position,
        String streamId,
        long number,
        String eventType,
        @Nullable String cause,
        Instant since,
        int waiting) {}
