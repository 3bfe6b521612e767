package cn.dabiao.api;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * When the right to a request ends: what outlives its request, outlives that no longer.
 *
 * @param at     when its token ends, by the machine's time, as tokens are checked
 * @param served whether the caller is served still; asked again and again
 */
public record TokenExpiry(Instant at, BooleanSupplier served) {

    public TokenExpiry(Instant at) {
        this(at, () -> true);
    }

    public boolean isPast() {
        return !Instant.now().isBefore(at) || !served.getAsBoolean();
    }
}
