package cn.dabiao.api.webhook;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.value.Title;

/**
 * A webhook and how it fares. Its secret is never shown again.
 *
 * @param role          what is sent is what this role sees
 * @param position      up to which everything was sent and taken, or is of no interest to it
 * @param lag           how many events of the ledger lie between that and now
 * @param failures      in a row, up to now
 * @param lastStatus    the HTTP status of the last answer; null when there was none
 * @param fault         why the last delivery was not taken; null when it was
 * @param nextAttemptAt when it is tried again; null when nothing failed
 */
public record WebhookView(
        WebhookId webhookId,
        String url,
        WebhookFilter filter,
        @Nullable Title description,
        Role role,
        String createdBy,
        Instant createdAt,
        WebhookState state,
        long position,
        long lag,
        int failures,
        @Nullable Integer lastStatus,
        @Nullable DeliveryFault fault,
        @Nullable Instant lastAttemptAt,
        @Nullable Instant lastSuccessAt,
        @Nullable Instant nextAttemptAt) {}
