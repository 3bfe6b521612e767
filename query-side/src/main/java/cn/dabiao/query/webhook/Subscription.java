package cn.dabiao.query.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.webhook.WebhookFilter;
import cn.dabiao.api.webhook.WebhookId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.query.feed.FeedFilter;
import cn.dabiao.query.feed.FeedScope;

/**
 * A subscription as whoever sends needs it.
 *
 * @param pending up to where the delivery goes that was begun; null when none was
 * @param replays how often it was told to begin elsewhere
 * @param lease   the right to send, until somebody has a later one
 */
record Subscription(
        BureauCode bureau,
        WebhookId webhookId,
        URI url,
        WebhookFilter filter,
        Role role,
        String createdBy,
        Secrets secrets,
        long position,
        @Nullable Long pending,
        int replays,
        int failures,
        long lease) {

    /** What it sees is what its maker's role sees in its bureau. */
    FeedScope scope() {
        List<String> types = filter.types() == null ? List.of() : filter.types();
        return FeedScope.of(
                new Actor(createdBy, Set.of(role), bureau, null, null),
                new FeedFilter(Set.copyOf(types), filter.campaign(), filter.school()));
    }

    /** The same whenever this delivery is tried, and no other's. */
    String deliveryId(long until) {
        return "msg_%s_%s_%d_%d-%d".formatted(bureau, webhookId, replays, position + 1, until);
    }

    Subscription sending(long until) {
        return with(position, until, failures);
    }

    Subscription sent(long upTo) {
        return with(upTo, null, 0);
    }

    private Subscription with(long newPosition, @Nullable Long newPending, int newFailures) {
        return new Subscription(
                bureau, webhookId, url, filter, role, createdBy, secrets, newPosition, newPending, replays, newFailures,
                lease);
    }

    /** Those it signs with: for a while after a change also the former one. */
    record Secrets(Secret current, @Nullable Secret former, @Nullable Instant formerUntil) {

        /** The value of {@code webhook-signature}. */
        String sign(String id, Instant now, byte[] body) {
            boolean both = formerUntil != null && now.isBefore(formerUntil);
            return Stream.concat(Stream.of(current), both ? Stream.ofNullable(former) : Stream.empty())
                    .map(secret -> secret.sign(id, now.getEpochSecond(), body))
                    .collect(Collectors.joining(" "));
        }
    }
}
