package cn.dabiao.command.timers;

import java.time.Instant;

/**
 * When a period ends.
 *
 * @param at    the first moment after it
 * @param about what of the stream it is about, e.g. the id of an order; empty when it is about the stream as a whole
 */
public record Ending(Instant at, String about) {}
