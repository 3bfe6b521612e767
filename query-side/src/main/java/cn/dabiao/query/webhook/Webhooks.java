package cn.dabiao.query.webhook;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.dabiao.api.Page;
import cn.dabiao.api.problem.ForbiddenException;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.api.webhook.WebhookFilter;
import cn.dabiao.api.webhook.WebhookId;
import cn.dabiao.api.webhook.WebhookIssued;
import cn.dabiao.api.webhook.WebhookRequest;
import cn.dabiao.api.webhook.WebhookState;
import cn.dabiao.api.webhook.WebhookView;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.query.feed.Feed;
import cn.dabiao.query.feed.FeedFilter;
import cn.dabiao.query.reading.Listing;
import cn.dabiao.query.webhook.SubscriptionTable.Owner;

/**
 * Looking after webhooks. What one sends is what its maker's role sees; so the office looks after all of its bureau's, and
 * an analyst, who must not come to see persons, after those alone that analysts made. To others they do not exist.
 */
final class Webhooks {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Duration BOTH_SECRETS = Duration.ofDays(1);

    private final SubscriptionTable table;
    private final Targets targets;
    private final Feed feed;
    private final Clock clock;

    Webhooks(SubscriptionTable table, Targets targets, Feed feed, Clock clock) {
        this.table = table;
        this.targets = targets;
        this.feed = feed;
        this.clock = clock;
    }

    Page<WebhookView> list(int limit, @Nullable String cursor, Actor actor) {
        Listing listing = Listing.of("webhooks");
        String after = listing.after(cursor, 1).map(List::getFirst).orElse("");
        long shown = feed.shown();
        List<WebhookView> rows = table.list(owner(actor), after, limit + 1, shown);
        return listing.page(rows, limit, row -> List.of(row.webhookId()), row -> row, shown);
    }

    WebhookView get(WebhookId id, Actor actor) {
        return table.get(owner(actor), id, feed.shown())
                .orElseThrow(() -> new Refusal.NotFound(Thing.WEBHOOK, id.value()).asException());
    }

    WebhookIssued create(WebhookRequest request, Actor actor) {
        URI target = targets.named(request.url());
        WebhookFilter filter = Optional.ofNullable(request.filter()).orElse(new WebhookFilter(List.of(), null, null));
        FeedFilter.of("/filter/types", filter.types(), filter.campaign(), filter.school());
        long shown = feed.shown();
        long reached = request.from() == null ? shown : beginning(request.from(), shown);
        Secret secret = Secret.fresh();
        WebhookView webhook = new WebhookView(
                request.webhookId(), target.toString(), filter, request.description(), makerOf(actor), actor.subject(),
                clock.instant(), WebhookState.ACTIVE, reached, Math.max(0, shown - reached), 0, null, null, null, null,
                null);
        if (!table.add(webhook, owner(actor).bureau(), secret, reached)) {
            new Refusal.AlreadyExists(Thing.WEBHOOK, request.webhookId().value()).raise();
        }
        LOG.info("{} made the webhook {} of bureau {}, to {}", actor.subject(), request.webhookId(),
                owner(actor).bureau(), target.getHost());
        return new WebhookIssued(secret.told(), webhook);
    }

    WebhookView pause(WebhookId id, Actor actor) {
        return changed(id, actor, owner -> table.pause(owner, id));
    }

    WebhookView resume(WebhookId id, Actor actor) {
        return changed(id, actor, owner -> table.resume(owner, id, clock.instant()));
    }

    WebhookView replay(WebhookId id, long from, Actor actor) {
        long reached = beginning(from, feed.shown());
        return changed(id, actor, owner -> table.replay(owner, id, reached, clock.instant()));
    }

    /** Up to where nothing is sent. A beginning far beyond the ledger's end would be silence for years. */
    private static long beginning(long from, long shown) {
        if (from > shown + 1) {
            throw new InvalidRequestException("/from", Long.toString(from), "Max", Map.of("value", shown + 1));
        }
        return from - 1;
    }

    WebhookIssued rotate(WebhookId id, Actor actor) {
        Secret secret = Secret.fresh();
        Instant until = clock.instant().plus(BOTH_SECRETS);
        return new WebhookIssued(
                secret.told(), changed(id, actor, owner -> table.rotate(owner, id, secret, until)));
    }

    WebhookView delete(WebhookId id, Actor actor) {
        WebhookView last = get(id, actor);
        table.delete(owner(actor), id);
        return last;
    }

    private WebhookView changed(WebhookId id, Actor actor, Consumer<Owner> change) {
        get(id, actor);
        change.accept(owner(actor));
        return get(id, actor);
    }

    private static Role makerOf(Actor actor) {
        return actor.is(Role.OFFICE) ? Role.OFFICE : Role.ANALYST;
    }

    private static Owner owner(Actor actor) {
        BureauCode bureau = actor.bureau();
        if (bureau == null) {
            throw new ForbiddenException(Map.of("permitted", List.of(), "roles", List.copyOf(actor.roles())));
        }
        return new Owner(
                bureau,
                actor.is(Role.OFFICE) ? Set.of(Role.OFFICE, Role.ANALYST) : Set.of(Role.ANALYST));
    }
}
