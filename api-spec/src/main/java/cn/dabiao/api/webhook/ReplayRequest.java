package cn.dabiao.api.webhook;

import jakarta.validation.constraints.Min;

/**
 * That everything be sent again.
 *
 * @param from the position of the first event
 */
public record ReplayRequest(@Min(0) long from) {}
