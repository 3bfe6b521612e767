package cn.dabiao.query.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.webhook.WebhookId;
import cn.dabiao.api.webhook.WebhookRequest;
import cn.dabiao.api.webhook.WebhookWrites;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;

/** One bureau has more slow targets than a node has senders, and all of them have missed much. */
class TurnsTest {

    private static final int SLOW = 20;
    private static final int SCHOOLS = 25;
    private static final int SHARE = 4;

    private final HikariDataSource database = Database.fresh();
    private final Receiver slow = new Receiver();
    private final Receiver quick = new Receiver();

    @AfterEach
    void close() {
        slow.close();
        quick.close();
        database.close();
    }

    @Test
    void slow_targets_leave_room_for_other_bureaus_and_take_turns_among_themselves() {
        slow.takesItsTime(300);
        try (QueryNode node = QueryNode.started(database, Map.of(
                "dabiao.webhooks.allow-http", "true",
                "dabiao.webhooks.allow-private-targets", "true",
                "dabiao.webhooks.poll-interval", "15ms",
                "dabiao.webhooks.parallel-per-bureau", Integer.toString(SHARE),
                "dabiao.webhooks.turn", "300ms",
                "dabiao.webhooks.events", "1"))) {
            node.ledger().append(Given.aCampaign());
            IntStream.range(0, SCHOOLS).forEach(i -> node.ledger().append(Given.school("21320724" + (10 + i), "小学" + i)));
            long last = node.caughtUp();
            subscribed(node, "quick", quick, null, People.officeElsewhere());
            IntStream.range(0, SLOW).forEach(i -> subscribed(node, "slow-" + i, slow, 0L, People.office()));
            within(5, () -> slow.received().size() >= SHARE);

            node.ledger().append(elsewhere());
            // Each of the slow ones needs more than twice as long for what it lacks.
            within(3, () -> quick.taken().contains(last + 1));
            within(8, () -> IntStream.range(0, SLOW).noneMatch(i -> slow.taken("/slow-" + i).isEmpty()));
            assertThat(slow.mostAtOnce()).isEqualTo(SHARE);

            slow.takesItsTime(0);
            List<Long> everything = LongStream.rangeClosed(0, last).boxed().toList();
            within(20, () -> slow.taken().size() >= SLOW * everything.size());
            assertThat(IntStream.range(0, SLOW)).allSatisfy(
                    i -> assertThat(slow.taken("/slow-" + i)).isEqualTo(everything));
        }
    }

    @Test
    void what_waits_for_room_does_not_wait_to_be_looked_for() {
        try (QueryNode node = QueryNode.started(database, Map.of(
                "dabiao.webhooks.allow-http", "true",
                "dabiao.webhooks.allow-private-targets", "true",
                "dabiao.webhooks.poll-interval", "3s",
                "dabiao.webhooks.parallel-per-bureau", Integer.toString(SHARE)))) {
            node.ledger().append(Given.aCampaign());
            long last = node.caughtUp();
            IntStream.range(0, SLOW).forEach(i -> subscribed(node, "many-" + i, quick, 0L, People.office()));
            // Five shares are at least twelve seconds apart, the first from the last, if nobody looks in between.
            within(9, () -> quick.taken().size() == SLOW * (last + 1));
        }
    }

    private static void subscribed(QueryNode node, String id, Receiver to, @Nullable Long from, Actor by) {
        String url = "http://127.0.0.1:%d/%s".formatted(to.port(), id);
        node.bean(WebhookWrites.class).create(new WebhookRequest(new WebhookId(id), url, null, from, null), by);
    }

    private static SchoolRegistered elsewhere() {
        return new SchoolRegistered(
                new SchoolCode("2132072301"),
                People.ELSEWHERE,
                Given.facts("东海县实验小学", SchoolKind.PRIMARY, Ownership.PUBLIC, "牛山镇"),
                Given.THEN);
    }

    private static void within(int seconds, Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(seconds)).pollInterval(Duration.ofMillis(20)).until(condition);
    }
}
