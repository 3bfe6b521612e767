package cn.dabiao.api.webhook;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.value.Title;

/**
 * Where events are to be sent.
 *
 * @param url    an https address; it is posted to
 * @param filter which of them; all that the caller may see without one
 * @param from   the position of the first; what comes from now on without one
 */
public record WebhookRequest(
        WebhookId webhookId,
        @Size(min = 1, max = 2000) String url,
        @Valid @Nullable WebhookFilter filter,
        @Min(0) @Nullable Long from,
        @Nullable Title description) {}
