package cn.dabiao.api.webhook;

import java.util.List;

import cn.dabiao.api.feed.FeedEntry;

/**
 * The body of a delivery.
 *
 * @param events in the ledger's order; what is not taken comes again as it was before anything later comes
 */
public record WebhookDelivery(WebhookId webhookId, List<FeedEntry> events) {

    public WebhookDelivery {
        events = List.copyOf(events);
    }
}
