package cn.dabiao.query.webhook;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.dabiao.api.feed.FeedEntry;
import cn.dabiao.api.feed.FeedPage;
import cn.dabiao.api.webhook.WebhookDelivery;
import cn.dabiao.api.webhook.WebhookState;
import cn.dabiao.json.DomainJson;
import cn.dabiao.query.feed.Feed;

/**
 * Sends to one target what it lacks, one delivery after the other: strictly in the ledger's order, so that it is in order
 * for every school. A delivery holds several events, or a target far away would fall behind a busy day.
 */
final class Delivery {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Feed feed;
    private final DeliveryTable table;
    private final Sender sender;
    private final Clock clock;
    private final Backoff backoff;
    private final WebhookSettings settings;

    Delivery(Feed feed, DeliveryTable table, Sender sender, Clock clock, WebhookSettings settings) {
        this.feed = feed;
        this.table = table;
        this.sender = sender;
        this.clock = clock;
        this.backoff = new Backoff(settings.firstRetry(), settings.lastRetry());
        this.settings = settings;
    }

    /**
     * Until there is nothing more, its turn is over, something is not taken, somebody else has the lease, or it is told to
     * stop.
     *
     * @return whether its turn was over, so that there may be more
     */
    boolean run(Subscription claimed, BooleanSupplier goingOn) {
        Subscription to = claimed;
        long begun = System.nanoTime();
        boolean isOver = false;
        while (goingOn.getAsBoolean() && !isOver) {
            long end = to.pending() == null ? Long.MAX_VALUE : to.pending();
            FeedPage page = feed.page(to.position(), end, settings.events(), to.scope());
            if (page.next() <= to.position()) {
                break;
            }
            if (!(page.items().isEmpty() ? table.pass(to, page.next()) : deliver(to, page, goingOn))) {
                return false;
            }
            to = to.sent(page.next());
            isOver = System.nanoTime() - begun >= settings.turn().toNanos();
        }
        table.release(to, clock.instant());
        return isOver;
    }

    private boolean deliver(Subscription before, FeedPage page, BooleanSupplier goingOn) {
        if (!table.begin(before, page.next())) {
            return false;
        }
        Subscription to = before.sending(page.next());
        Instant now = clock.instant();
        Sender.Answer answer = send(to, page.items(), to.deliveryId(page.next()), now);
        if (answer.fault() == null) {
            return table.taken(to, page.next(), Objects.requireNonNull(answer.status()), clock.instant());
        }
        if (goingOn.getAsBoolean()) {
            refused(to, answer);
        } else {
            // Maybe it was broken off here, and its target would have taken it: it is sent once more.
            table.release(to, clock.instant());
        }
        return false;
    }

    private Sender.Answer send(Subscription to, List<FeedEntry> events, String id, Instant now) {
        byte[] body = DomainJson.mapper().writeValueAsBytes(new WebhookDelivery(to.webhookId(), events));
        return sender.post(
                to.url(),
                Map.of(
                        "webhook-id", id,
                        "webhook-timestamp", Long.toString(now.getEpochSecond()),
                        "webhook-signature", to.secrets().sign(id, now, body)),
                body);
    }

    private void refused(Subscription to, Sender.Answer answer) {
        int failures = to.failures() + 1;
        WebhookState state = answer.isGone()
                ? WebhookState.PAUSED
                : failures >= settings.maxFailures() ? WebhookState.DEAD : WebhookState.ACTIVE;
        Instant now = clock.instant();
        Instant next = now.plus(backoff.after(failures, ThreadLocalRandom.current().nextDouble()));
        boolean told = table.refused(
                to, state, Objects.requireNonNull(answer.fault()), answer.status(), now, next);
        if (told && state != WebhookState.ACTIVE) {
            LOG.error("webhook {} of bureau {} is {}: {} failures in a row, the last one {} {}", to.webhookId(),
                    to.bureau(), state, failures, answer.fault(), answer.status());
        }
    }
}
