package cn.dabiao.api;

import java.time.Instant;

/**
 * When the token of a request ends: what outlives its request, outlives the right to it no longer than that.
 *
 * @param at by the machine's time, as tokens are checked
 */
public record TokenExpiry(Instant at) {

    public boolean isPast() {
        return !Instant.now().isBefore(at);
    }
}
