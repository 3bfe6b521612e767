package cn.dabiao.api.projection;

import org.jspecify.annotations.Nullable;

/**
 * What became of a sequence that was tried again.
 *
 * @param healed whether nothing of it is parked any more
 * @param parked what is parked at its head now; null when healed
 */
public record DeadLetterOutcome(boolean healed, @Nullable DeadLetterView parked) {}
