package cn.dabiao.query.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.api.webhook.DeliveryFault;
import cn.dabiao.api.webhook.WebhookFilter;
import cn.dabiao.api.webhook.WebhookId;
import cn.dabiao.api.webhook.WebhookState;
import cn.dabiao.api.webhook.WebhookView;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Title;
import cn.dabiao.query.projecting.Columns;

/** The SQL of whoever looks after subscriptions. Whatever is changed by hand takes the right to go on from who is sending. */
final class SubscriptionTable {

    private static final String ADD =
            """
            INSERT INTO webhook.subscription
                   (bureau, webhook_id, url, description, types, campaign_id, school_code, role, created_by, created_at,
                    secret, state, position, next_attempt_at)
            VALUES (:bureau, :id, :url, :description, CAST(:types AS text[]), :campaign, :school, :role, :by, :now,
                    :secret, 'ACTIVE', :position, :now)
                ON CONFLICT (bureau, webhook_id) DO NOTHING
            """;
    private static final String ONE =
            """
             WHERE bureau     = :bureau
               AND webhook_id = :id
               AND role       = ANY (CAST(:roles AS text[]))
            """;
    private static final String LIST =
            """
            SELECT *
              FROM webhook.subscription
             WHERE bureau     = :bureau
               AND role       = ANY (CAST(:roles AS text[]))
               AND webhook_id > :after
             ORDER BY webhook_id
             LIMIT :rows
            """;
    private static final String CHANGE =
            """
            UPDATE webhook.subscription
               SET lease        = lease + 1,
                   leased_until = NULL,
            """;

    private final JdbcClient jdbc;

    SubscriptionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param reached everything up to here is left out
     * @return false when there is one of this id
     */
    boolean add(WebhookView webhook, BureauCode bureau, Secret secret, long reached) {
        WebhookFilter filter = webhook.filter();
        return jdbc.sql(ADD)
                .param("bureau", bureau.value())
                .param("id", webhook.webhookId().value())
                .param("url", webhook.url())
                .param("description", Columns.text(webhook.description()))
                .param("types", Columns.keys(Optional.ofNullable(filter.types()).orElse(List.of())))
                .param("campaign", Columns.text(filter.campaign()))
                .param("school", Columns.text(filter.school()))
                .param("role", webhook.role().name())
                .param("by", webhook.createdBy())
                .param("now", Timestamp.from(webhook.createdAt()))
                .param("secret", secret.bytes())
                .param("position", reached)
                .update() > 0;
    }

    Optional<WebhookView> get(Owner owner, WebhookId id, long shown) {
        return one("SELECT * FROM webhook.subscription" + "\n" + ONE, owner, id)
                .query((row, _) -> view(row, shown))
                .optional();
    }

    List<WebhookView> list(Owner owner, String after, int rows, long shown) {
        return jdbc.sql(LIST)
                .param("bureau", owner.bureau().value())
                .param("roles", owner.roleNames())
                .param("after", after)
                .param("rows", rows)
                .query((row, _) -> view(row, shown))
                .list();
    }

    void pause(Owner owner, WebhookId id) {
        one(CHANGE + " state = 'PAUSED' " + ONE + " AND state = 'ACTIVE'", owner, id).update();
    }

    void resume(Owner owner, WebhookId id, Instant now) {
        one(CHANGE + " state = 'ACTIVE', failures = 0, next_attempt_at = :now " + ONE, owner, id)
                .param("now", Timestamp.from(now))
                .update();
    }

    void replay(Owner owner, WebhookId id, long reached, Instant now) {
        one(CHANGE + " position = :reached, pending = NULL, replays = replays + 1, failures = 0, next_attempt_at = :now "
                        + ONE, owner, id)
                .param("reached", reached)
                .param("now", Timestamp.from(now))
                .update();
    }

    void rotate(Owner owner, WebhookId id, Secret secret, Instant formerUntil) {
        one(CHANGE + " former_secret = secret, former_until = :until, secret = :secret " + ONE, owner, id)
                .param("until", Timestamp.from(formerUntil))
                .param("secret", secret.bytes())
                .update();
    }

    void delete(Owner owner, WebhookId id) {
        one("DELETE FROM webhook.subscription " + ONE, owner, id).update();
    }

    private JdbcClient.StatementSpec one(String sql, Owner owner, WebhookId id) {
        return jdbc.sql(sql)
                .param("bureau", owner.bureau().value())
                .param("roles", owner.roleNames())
                .param("id", id.value());
    }

    private static WebhookView view(ResultSet row, long shown) throws SQLException {
        long position = row.getLong("position");
        int failures = row.getInt("failures");
        return new WebhookView(
                new WebhookId(row.getString("webhook_id")),
                row.getString("url"),
                filter(row),
                Optional.ofNullable(row.getString("description")).map(Title::new).orElse(null),
                Role.valueOf(row.getString("role")),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                WebhookState.valueOf(row.getString("state")),
                position,
                Math.max(0, shown - position),
                failures,
                row.getObject("last_status", Integer.class),
                Optional.ofNullable(row.getString("fault")).map(DeliveryFault::valueOf).orElse(null),
                instant(row, "last_attempt_at"),
                instant(row, "last_success_at"),
                failures == 0 ? null : instant(row, "next_attempt_at"));
    }

    static WebhookFilter filter(ResultSet row) throws SQLException {
        return new WebhookFilter(
                List.of((String[]) row.getArray("types").getArray()),
                Optional.ofNullable(row.getString("campaign_id")).map(CampaignId::new).orElse(null),
                Optional.ofNullable(row.getString("school_code")).map(SchoolCode::new).orElse(null));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /**
     * Who looks after webhooks.
     *
     * @param roles those whose webhooks they are
     */
    record Owner(BureauCode bureau, Set<Role> roles) {

        private String[] roleNames() {
            return Stream.of(Role.values()).filter(roles::contains).map(Role::name).toArray(String[]::new);
        }
    }
}
