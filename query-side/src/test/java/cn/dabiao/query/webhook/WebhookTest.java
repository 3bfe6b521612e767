package cn.dabiao.query.webhook;

import static cn.dabiao.query.fixture.Answered.body;
import static cn.dabiao.query.fixture.Answered.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.api.webhook.DeliveryFault;
import cn.dabiao.api.webhook.ReplayRequest;
import cn.dabiao.api.webhook.WebhookFilter;
import cn.dabiao.api.webhook.WebhookId;
import cn.dabiao.api.webhook.WebhookIssued;
import cn.dabiao.api.webhook.WebhookReads;
import cn.dabiao.api.webhook.WebhookRequest;
import cn.dabiao.api.webhook.WebhookState;
import cn.dabiao.api.webhook.WebhookView;
import cn.dabiao.api.webhook.WebhookWrites;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.json.DomainJson;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;
import cn.dabiao.query.webhook.Receiver.Received;

class WebhookTest {

    private static final WebhookId WEBSITE = new WebhookId("website");
    private static final String SCHOOL = "2132072401";
    private static final String OTHER = "2132072402";

    private final HikariDataSource database = Database.fresh();
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
        database.close();
    }

    @Test
    void events_come_signed_and_in_the_ledgers_order() {
        try (QueryNode node = node()) {
            node.ledger().append(Given.aCampaign());
            WebhookIssued issued = subscribed(node, People.office(), 0L);
            for (int i = 1; i <= 5; i++) {
                node.ledger().append(Story.graded(Given.school("213207241" + i, "第" + i + "小学"), "1.2", "2"));
            }
            node.caughtUp();
            arrived(node.head());

            assertThat(receiver.taken()).isEqualTo(everything(node));
            assertThat(receiver.received()).hasSizeBetween(2, 40).allSatisfy(each -> {
                assertThat(each.type()).startsWith("application/json");
                assertThat(Instant.ofEpochSecond(Long.parseLong(each.timestamp())))
                        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(2));
                assertThat(each.signature()).isEqualTo(signature(issued.secret(), each));
                assertThat(each.positions()).hasSizeLessThanOrEqualTo(100);
                assertThat(each.json().get("webhookId").asString()).isEqualTo("website");
            });
            assertThat(receiver.received()).extracting(Received::id).doesNotHaveDuplicates();
            WebhookView view = shown(node);
            assertThat(view.state()).isEqualTo(WebhookState.ACTIVE);
            assertThat(view.lastStatus()).isEqualTo(204);
            assertThat(view.lastSuccessAt()).isNotNull();
            assertThat(view.nextAttemptAt()).isNull();
        }
    }

    @Test
    void what_is_not_taken_comes_again_as_it_was_before_anything_later() {
        try (QueryNode node = node()) {
            node.ledger().append(Given.aCampaign());
            receiver.answers(500, 302, 503);
            subscribed(node, People.office(), 0L);
            eventually(() -> !receiver.received().isEmpty());
            node.ledger().append(Given.school(SCHOOL, "灌南县实验小学"));
            node.caughtUp();
            arrived(node.head());

            List<Received> tries = receiver.received().subList(0, 4);
            assertThat(tries).extracting(Received::id).containsOnly(tries.getFirst().id());
            assertThat(tries).allSatisfy(each -> assertThat(each.body()).isEqualTo(tries.getFirst().body()));
            assertThat(tries).extracting(Received::status).containsExactly(500, 302, 503, 204);
            assertThat(pause(tries, 0)).isGreaterThanOrEqualTo(Duration.ofMillis(40));
            assertThat(pause(tries, 1)).isGreaterThanOrEqualTo(Duration.ofMillis(80));
            assertThat(pause(tries, 2)).isGreaterThanOrEqualTo(Duration.ofMillis(160));
            assertThat(receiver.taken()).isEqualTo(everything(node));
            eventually(() -> shown(node).failures() == 0);
        }
    }

    @Test
    void a_target_that_takes_nothing_is_dead_and_shown_so_until_it_is_resumed() {
        receiver.usuallyAnswers(500);
        try (QueryNode node = node(Map.of("dabiao.webhooks.max-failures", "3"))) {
            node.ledger().append(Given.aCampaign());
            subscribed(node, People.office(), 0L);
            eventually(() -> shown(node).state() == WebhookState.DEAD);
            WebhookView dead = shown(node);
            assertThat(dead.failures()).isEqualTo(3);
            assertThat(dead.lastStatus()).isEqualTo(500);
            assertThat(dead.fault()).isEqualTo(DeliveryFault.STATUS);
            assertThat(dead.lag()).isEqualTo(node.head() + 1);
            assertThat(receiver.received()).hasSize(3);

            receiver.usuallyAnswers(200);
            assertThat(body(writes(node).resume(WEBSITE, People.office())).state()).isEqualTo(WebhookState.ACTIVE);
            arrived(node.head());
            assertThat(receiver.taken()).isEqualTo(everything(node));
        }
    }

    @Test
    void a_target_that_is_gone_and_one_that_is_paused_get_nothing_more() throws InterruptedException {
        receiver.answers(410);
        try (QueryNode node = node()) {
            node.ledger().append(Given.aCampaign());
            subscribed(node, People.office(), 0L);
            eventually(() -> shown(node).state() == WebhookState.PAUSED);
            assertThat(shown(node).lastStatus()).isEqualTo(410);
            writes(node).resume(WEBSITE, People.office());
            arrived(node.head());
            assertThat(body(writes(node).pause(WEBSITE, People.office())).state()).isEqualTo(WebhookState.PAUSED);
            int before = receiver.received().size();
            node.ledger().append(Given.school(SCHOOL, "灌南县实验小学"));
            node.caughtUp();
            Thread.sleep(200);
            assertThat(receiver.received()).hasSize(before);
            assertThat(shown(node).lag()).isEqualTo(1);
            writes(node).resume(WEBSITE, People.office());
            arrived(node.head());
            assertThat(receiver.taken()).isEqualTo(everything(node));
        }
    }

    @Test
    void everything_from_a_position_on_is_sent_again_under_new_ids() {
        try (QueryNode node = node()) {
            node.ledger().append(Given.aCampaignWith(Story.graded(Given.school(SCHOOL, "灌南县实验小学"))));
            node.caughtUp();
            subscribed(node, People.office(), 0L);
            arrived(node.head());
            List<Long> once = receiver.taken();
            writes(node).replay(WEBSITE, new ReplayRequest(4), People.office());
            eventually(() -> receiver.taken().size() >= once.size() + node.head() - 3);

            List<Long> both = new ArrayList<>(once);
            LongStream.rangeClosed(4, node.head()).forEach(both::add);
            assertThat(receiver.taken()).isEqualTo(both);
            assertThat(receiver.received()).extracting(Received::id).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_node_that_comes_after_another_goes_on_with_the_same_delivery() {
        receiver.usuallyAnswers(503);
        String id;
        try (QueryNode node = node()) {
            node.ledger().append(Given.aCampaign());
            node.caughtUp();
            subscribed(node, People.office(), 0L);
            eventually(() -> receiver.received().size() >= 2);
            id = receiver.received().getFirst().id();
            node.ledger().append(Given.school(SCHOOL, "灌南县实验小学"));
        }
        receiver.usuallyAnswers(200);
        try (QueryNode next = node()) {
            next.caughtUp();
            arrived(next.head());
            assertThat(receiver.taken()).isEqualTo(everything(next));
            assertThat(receiver.received().stream().filter(each -> each.status() == 200).findFirst().orElseThrow().id())
                    .isEqualTo(id);
        }
    }

    @Test
    void of_two_nodes_one_sends_at_a_time_and_nothing_comes_twice() {
        receiver.takesItsTime(20);
        try (QueryNode node = node();
                QueryNode second = node()) {
            node.ledger().append(Given.aCampaign());
            subscribed(second, People.office(), 0L);
            for (int i = 0; i < 30; i++) {
                node.ledger().append(Given.school("21320724" + (10 + i), "小学" + i));
            }
            arrived(node.head());
            assertThat(receiver.taken()).isEqualTo(everything(node));
            assertThat(receiver.mostAtOnce()).isEqualTo(1);
        }
    }

    @Test
    void an_analysts_webhook_holds_no_person_and_an_analyst_sees_no_others() {
        try (QueryNode node = node()) {
            node.ledger().append(Given.aCampaignWith(Story.graded(Given.school(SCHOOL, "灌南县实验小学"))));
            node.caughtUp();
            subscribed(node, People.analyst(), 0L);
            arrived(node.head());
            assertThat(receiver.received()).allSatisfy(each -> assertThat(each.body())
                    .doesNotContain("陈校长", "13800000001", "钱局长", "周达华", "李明", "\"actor\""));
            assertThat(receiver.taken()).isEqualTo(everything(node));

            WebhookId offices = new WebhookId("office-only");
            writes(node).create(request(offices, null, null), People.office());
            assertThat(body(reads(node).list(50, null, People.office())).items())
                    .extracting(WebhookView::webhookId).containsExactly(offices, WEBSITE);
            assertThat(body(reads(node).list(50, null, People.analyst())).items())
                    .extracting(WebhookView::webhookId).containsExactly(WEBSITE);
            for (Actor stranger : List.of(People.analyst(), People.officeElsewhere())) {
                assertThat(refusal(() -> writes(node).rotate(offices, stranger)))
                        .isEqualTo(new Refusal.NotFound(Thing.WEBHOOK, "office-only"));
                assertThat(refusal(() -> writes(node).replay(offices, new ReplayRequest(0), stranger)))
                        .isEqualTo(new Refusal.NotFound(Thing.WEBHOOK, "office-only"));
                assertThat(refusal(() -> writes(node).delete(offices, stranger)))
                        .isEqualTo(new Refusal.NotFound(Thing.WEBHOOK, "office-only"));
            }
            assertThat(refusal(() -> writes(node).create(request(offices, null, null), People.office())))
                    .isEqualTo(new Refusal.AlreadyExists(Thing.WEBHOOK, "office-only"));
            writes(node).delete(offices, People.office());
            assertThat(refusal(() -> reads(node).get(offices, People.office())))
                    .isInstanceOf(Refusal.NotFound.class);
        }
    }

    @Test
    void a_filter_leaves_what_it_names_and_the_rest_is_passed_over() {
        try (QueryNode node = node()) {
            WebhookFilter grades =
                    new WebhookFilter(List.of("assessment.GradeAssigned"), Given.CAMPAIGN, new SchoolCode(OTHER));
            node.ledger().append(Given.aCampaignWith(
                    Story.graded(Given.school(SCHOOL, "灌南县实验小学")), Story.graded(Given.school(OTHER, "堆沟小学"))));
            node.caughtUp();
            writes(node).create(request(WEBSITE, grades, 0L), People.office());
            eventually(() -> shown(node).lag() == 0);
            assertThat(receiver.taken()).containsExactly(node.head());
            assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> writes(node).create(
                    request(new WebhookId("b"), new WebhookFilter(List.of("no.Such"), null, null), null),
                    People.office()));
        }
    }

    @Test
    void a_changed_secret_signs_beside_the_one_before_and_neither_is_ever_shown() {
        try (QueryNode node = node()) {
            node.ledger().append(Given.aCampaign());
            node.caughtUp();
            WebhookIssued first = subscribed(node, People.office(), null);
            WebhookIssued second = body(writes(node).rotate(WEBSITE, People.office()));
            assertThat(second.secret()).isNotEqualTo(first.secret());
            node.ledger().append(Given.school(SCHOOL, "灌南县实验小学"));
            node.caughtUp();
            arrived(node.head());
            Received received = receiver.received().getFirst();
            assertThat(received.signature())
                    .isEqualTo(signature(second.secret(), received) + " " + signature(first.secret(), received));
            // It was told nothing of before it was made.
            assertThat(receiver.taken()).containsExactly(node.head());
            String told = DomainJson.mapper().writeValueAsString(body(reads(node).list(50, null, People.office())));
            for (WebhookIssued issued : List.of(first, second)) {
                assertThat(told).doesNotContain(issued.secret().substring("whsec_".length()));
                assertThat(issued.toString()).doesNotContain(issued.secret().substring("whsec_".length()));
            }
        }
    }

    @Test
    void a_target_that_does_not_answer_is_not_waited_for() {
        receiver.takesItsTime(60_000);
        try (QueryNode node = node(Map.of(
                "dabiao.webhooks.answer-timeout", "200ms", "dabiao.webhooks.connect-timeout", "200ms"))) {
            node.ledger().append(Given.aCampaign());
            subscribed(node, People.office(), 0L);
            eventually(() -> shown(node).failures() >= 2);
            assertThat(shown(node).fault()).isEqualTo(DeliveryFault.TIMEOUT);
            assertThat(shown(node).lastStatus()).isNull();
        }
    }

    @Test
    void a_private_address_is_refused_when_it_is_named_and_when_it_is_connected_to() {
        try (QueryNode node = node(Map.of("dabiao.webhooks.allow-private-targets", "false"))) {
            node.ledger().append(Given.aCampaign());
            node.caughtUp();
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> subscribed(node, People.office(), 0L));
            // As if its name had led elsewhere when it was judged.
            try (QueryNode careless = node()) {
                writes(careless).create(request(WEBSITE, null, null), People.office());
            }
            writes(node).replay(WEBSITE, new ReplayRequest(0), People.office());
            eventually(() -> shown(node).failures() > 0);
            assertThat(shown(node).fault()).isEqualTo(DeliveryFault.ADDRESS_NOT_ALLOWED);
            assertThat(receiver.received()).isEmpty();
        }
    }

    @Test
    void a_target_is_trusted_that_the_bundle_trusts_which_the_setting_names(@TempDir Path directory)
            throws GeneralSecurityException {
        Certificate certificate = new Certificate(directory);
        Map<String, Object> trusting = Map.of(
                "spring.ssl.bundle.jks.targets.truststore.location", "file:" + certificate.trusting(),
                "spring.ssl.bundle.jks.targets.truststore.password", Certificate.PASSWORD,
                "dabiao.webhooks.ssl-bundle", "targets");
        try (Receiver secure = new Receiver(certificate.server());
                QueryNode node = node(trusting)) {
            node.ledger().append(Given.aCampaign());
            node.caughtUp();
            String url = "https://127.0.0.1:" + secure.port() + "/events";
            writes(node).create(new WebhookRequest(WEBSITE, url, null, 0L, null), People.office());
            eventually(() -> shown(node).lag() == 0);
            assertThat(secure.taken()).isEqualTo(everything(node));
            assertThat(shown(node).failures()).isZero();
        }
    }

    /** As one that was named before such addresses were refused. */
    @Test
    void a_target_that_cannot_even_be_asked_fails_like_any_other_until_it_is_dead() {
        try (QueryNode node = node(Map.of("dabiao.webhooks.max-failures", "3"))) {
            node.ledger().append(Given.aCampaign());
            node.caughtUp();
            subscribed(node, People.office(), null);
            node.jdbc().sql("UPDATE webhook.subscription SET url = 'http://127.0.0.1:99999/'").update();
            writes(node).replay(WEBSITE, new ReplayRequest(0), People.office());
            eventually(() -> shown(node).state() == WebhookState.DEAD);
            assertThat(shown(node).failures()).isEqualTo(3);
            assertThat(shown(node).fault()).isEqualTo(DeliveryFault.CONNECTION);
        }
    }

    @Test
    void a_delivery_that_a_stop_breaks_off_is_no_failure_and_its_target_is_free_at_once() {
        receiver.takesItsTime(60_000);
        try (QueryNode node = node(Map.of(
                "dabiao.webhooks.answer-timeout", "500ms", "dabiao.webhooks.connect-timeout", "200ms"))) {
            node.ledger().append(Given.aCampaign());
            subscribed(node, People.office(), 0L);
            eventually(() -> receiver.mostAtOnce() == 1);
        }
        receiver.takesItsTime(0);
        try (QueryNode next = node()) {
            assertThat(shown(next).failures()).isZero();
            arrived(next.head());
            assertThat(receiver.taken()).isEqualTo(everything(next));
        }
    }

    private QueryNode node() {
        return node(Map.of());
    }

    private QueryNode node(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "dabiao.webhooks.allow-http", "true",
                "dabiao.webhooks.allow-private-targets", "true",
                "dabiao.webhooks.poll-interval", "15ms",
                "dabiao.webhooks.first-retry", "50ms"));
        settings.putAll(more);
        return QueryNode.started(database, settings);
    }

    private WebhookIssued subscribed(QueryNode node, Actor by, @Nullable Long from) {
        return body(writes(node).create(request(WEBSITE, null, from), by));
    }

    private WebhookRequest request(WebhookId id, @Nullable WebhookFilter filter, @Nullable Long from) {
        return new WebhookRequest(id, receiver.url(), filter, from, null);
    }

    private void arrived(long position) {
        eventually(() -> receiver.taken().contains(position));
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(20)).until(condition);
    }

    private static WebhookView shown(QueryNode node) {
        return body(reads(node).get(WEBSITE, People.office()));
    }

    private static WebhookReads reads(QueryNode node) {
        return node.bean(WebhookReads.class);
    }

    private static WebhookWrites writes(QueryNode node) {
        return node.bean(WebhookWrites.class);
    }

    private static List<Long> everything(QueryNode node) {
        return LongStream.rangeClosed(0, node.head()).boxed().toList();
    }

    private static Duration pause(List<Received> tries, int after) {
        return Duration.ofNanos(tries.get(after + 1).at() - tries.get(after).at());
    }

    /** As a receiver checks it who knows of Standard Webhooks and not of us. */
    private static String signature(String secret, Received received) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.replaceFirst("whsec_", ""));
            assertThat(key).hasSize(32);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String signed = received.id() + "." + received.timestamp() + "." + received.body();
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
