package cn.dabiao.query.webhook;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.api.webhook.DeliveryFault;
import cn.dabiao.api.webhook.WebhookId;
import cn.dabiao.api.webhook.WebhookState;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.value.BureauCode;

/**
 * The SQL of whoever sends. Of several nodes one has the lease of a subscription; leases are told by the database's clock.
 * Every step asks whether the lease is still the last one, and answers false if it is not: then somebody else goes on.
 */
final class DeliveryTable {

    /** How much longer a lease is than the slowest attempt: its target's name is looked up, too. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private static final String DUE =
            """
                     WHERE state = 'ACTIVE'
                       AND next_attempt_at <= :now
                       AND position < :shown
                       AND (leased_until IS NULL OR leased_until < now())
            """;

    // What is due is asked twice: a row is locked as it is by then, and another node may have come before.
    private static final String CLAIM =
            """
            UPDATE webhook.subscription AS claimed
               SET lease        = lease + 1,
                   leased_until = now() + CAST(:lease AS interval)
              FROM (SELECT one.bureau, one.webhook_id
                      FROM webhook.subscription AS one
                      JOIN (SELECT bureau, webhook_id,
                                   row_number() OVER (PARTITION BY bureau ORDER BY next_attempt_at) AS place
                              FROM webhook.subscription
            """
                    + DUE
                    + """
                           ) AS queue USING (bureau, webhook_id)
                      LEFT JOIN unnest(CAST(:bureaus AS text[]), CAST(:senders AS int[])) AS busy (bureau, senders)
                     USING (bureau)
            """
                    + DUE
                    + """
                       AND place <= :share - coalesce(senders, 0)
                     ORDER BY next_attempt_at
                     LIMIT :most
                       FOR UPDATE OF one SKIP LOCKED) AS due
             WHERE claimed.bureau     = due.bureau
               AND claimed.webhook_id = due.webhook_id
            RETURNING claimed.*
            """;
    private static final String STEP =
            """
            UPDATE webhook.subscription
               SET leased_until = now() + CAST(:lease AS interval),
            """;
    private static final String MINE =
            """
             WHERE bureau     = :bureau
               AND webhook_id = :id
               AND lease      = :number
            """;
    private static final String BEGUN = " pending = :until ";
    private static final String PASSED = " position = :position ";
    private static final String TAKEN =
            """
            position = :position, pending = NULL, failures = 0, fault = NULL, last_status = :status,
            last_attempt_at = :now, last_success_at = :now
            """;
    private static final String REFUSED =
            """
            UPDATE webhook.subscription
               SET leased_until = NULL, state = :state, failures = failures + 1, fault = :fault, last_status = :status,
                   last_attempt_at = :now, next_attempt_at = :next
            """;

    private static final String RELEASED =
            """
            UPDATE webhook.subscription
               SET leased_until = NULL, next_attempt_at = :now
            """;

    private final JdbcClient jdbc;
    private final String lease;

    DeliveryTable(JdbcClient jdbc, WebhookSettings settings) {
        this.jdbc = jdbc;
        this.lease = settings.slowestAttempt().plus(MARGIN).toMillis() + " milliseconds";
    }

    /** Subscriptions that something may be sent to, and that nobody sends to: those first that have waited longest. */
    List<Subscription> claim(long shown, Instant now, Senders senders) {
        Map<BureauCode, Integer> busy = senders.busy();
        return jdbc.sql(CLAIM)
                .param("lease", lease)
                .param("shown", shown)
                .param("now", Timestamp.from(now))
                .param("bureaus", busy.keySet().stream().map(BureauCode::value).toArray(String[]::new))
                .param("senders", busy.values().toArray(Integer[]::new))
                .param("share", senders.share())
                .param("most", senders.free(busy))
                .query(DeliveryTable::subscription)
                .list();
    }

    /** A delivery begins: whoever comes after goes on with the very same. */
    boolean begin(Subscription to, long until) {
        return step(STEP + BEGUN, to).param("until", until).update() > 0;
    }

    /** There is nothing of interest up to here. */
    boolean pass(Subscription to, long position) {
        return step(STEP + PASSED, to).param("position", position).update() > 0;
    }

    boolean taken(Subscription to, long position, int status, Instant now) {
        return step(STEP + TAKEN, to)
                .param("position", position)
                .param("status", status)
                .param("now", Timestamp.from(now))
                .update() > 0;
    }

    boolean refused(
            Subscription to,
            WebhookState state,
            DeliveryFault fault,
            @Nullable Integer status,
            Instant now,
            Instant next) {
        return mine(REFUSED, to)
                .param("state", state.name())
                .param("fault", fault.name())
                .param("status", status)
                .param("now", Timestamp.from(now))
                .param("next", Timestamp.from(next))
                .update() > 0;
    }

    /** It goes to the end of the queue. */
    void release(Subscription to, Instant now) {
        mine(RELEASED, to).param("now", Timestamp.from(now)).update();
    }

    private JdbcClient.StatementSpec step(String sql, Subscription to) {
        return mine(sql, to).param("lease", lease);
    }

    private JdbcClient.StatementSpec mine(String sql, Subscription to) {
        return jdbc.sql(sql + MINE)
                .param("bureau", to.bureau().value())
                .param("id", to.webhookId().value())
                .param("number", to.lease());
    }

    private static Subscription subscription(ResultSet row, int number) throws SQLException {
        return new Subscription(
                new BureauCode(row.getString("bureau")),
                new WebhookId(row.getString("webhook_id")),
                URI.create(row.getString("url")),
                SubscriptionTable.filter(row),
                Role.valueOf(row.getString("role")),
                row.getString("created_by"),
                new Subscription.Secrets(
                        new Secret(row.getBytes("secret")),
                        Optional.ofNullable(row.getBytes("former_secret")).map(Secret::new).orElse(null),
                        SubscriptionTable.instant(row, "former_until")),
                row.getLong("position"),
                row.getObject("pending", Long.class),
                row.getInt("replays"),
                row.getInt("failures"),
                row.getLong("lease"));
    }
}
