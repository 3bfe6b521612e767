package cn.dabiao.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.TokenExpiry;
import cn.dabiao.api.feed.FeedEntry;
import cn.dabiao.api.feed.FeedPage;
import cn.dabiao.api.feed.FeedReads;
import cn.dabiao.api.problem.ProblemType;
import cn.dabiao.api.problem.TooManyListeners;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.person.Persons;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;
import cn.dabiao.query.reading.Reads;

class FeedStreamTest {

    private static final String SCHOOL = "2132072401";
    private static final Duration LONG = Duration.ofHours(1);

    private final HikariDataSource database = Database.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_stream_goes_on_behind_what_was_received_and_ends_with_the_token() throws Exception {
        try (QueryNode node = QueryNode.started(database)) {
            node.ledger().append(Given.aCampaign());
            node.caughtUp();
            Stream stream = new Stream(node, 2L, 0, People.office(), Duration.ofSeconds(8));
            await().until(() -> listeners(node) == 1);
            node.ledger().append(Given.school(SCHOOL, "灌南县实验小学"));
            stream.has("id: 5\n");

            String written = stream.whole();
            assertThat(written).startsWith("retry: 1000\n\nid: 3\nevent: inspector.InspectorRegistered\ndata: {\"position\":3,");
            assertThat(ids(written)).containsExactly(3L, 4L, 5L);
            assertThat(listeners(node)).isZero();
        }
    }

    @Test
    void a_silent_stream_says_how_far_it_looked() throws Exception {
        try (QueryNode node = QueryNode.started(database, Map.of("dabiao.feed.heartbeat", "300ms"))) {
            node.ledger().append(Given.aCampaignWith(Story.graded(Given.school(SCHOOL, "灌南县实验小学"))));
            long head = node.caughtUp();
            Stream stream = new Stream(node, null, head - 1, People.school("2132072499"), LONG);

            stream.has("retry: 1000\n\n: heartbeat\nid: " + head + "\n\n");
            assertThat(stream.soFar()).doesNotContain("data:");
        }
    }

    /** Behind by more than a node remembers, it reads pages; near the end, memory; it is the same to its reader. */
    @Test
    void a_stream_leaves_nothing_out_between_the_past_and_the_present() throws Exception {
        try (QueryNode node = QueryNode.started(database)) {
            node.ledger().append(Given.aCampaign());
            for (int i = 0; i < 60; i++) {
                node.ledger().append(Story.graded(Given.school("21320724" + (10 + i), "小学" + i)));
            }
            node.caughtUp();
            Stream stream = new Stream(node, null, -1, People.office(), LONG);
            for (int i = 60; i < 85; i++) {
                node.ledger().append(Story.graded(Given.school("21320724" + (10 + i), "小学" + i)));
            }
            long head = node.caughtUp();

            assertThat(head).isGreaterThan(2L * Recent.MOST_ROWS);
            stream.has("id: " + head + "\n");
            assertThat(ids(stream.soFar())).isEqualTo(LongStream.rangeClosed(0, head).boxed().toList());
        }
    }

    /** A stretch at a time is looked through, however little in it is wanted. */
    @Test
    void a_page_of_hardly_anything_is_short_and_says_where_to_go_on() {
        try (QueryNode node = QueryNode.started(database)) {
            node.ledger().append(Given.aCampaignWith(Story.graded(Given.school(SCHOOL, "灌南县实验小学"))));
            long head = node.caughtUp();
            Feed feed = new Feed(node.bean(Reads.class), node.jdbc(), node.bean(Persons.class), 7);
            FeedScope grades = FeedScope.of(
                    People.office(), new FeedFilter(Set.of("assessment.GradeAssigned"), null, null));
            List<Long> ends = new ArrayList<>();
            List<FeedEntry> found = new ArrayList<>();
            for (long after = -1; after < head; after = ends.getLast()) {
                FeedPage page = feed.page(after, 50, grades);
                found.addAll(page.items());
                ends.add(page.next());
                assertThat(page.position()).isEqualTo(head);
            }
            assertThat(ends).startsWith(6L, 13L, 20L).endsWith(head);
            assertThat(found).extracting(FeedEntry::position).containsExactly(head);
        }
    }

    @Test
    void a_node_that_is_stopped_ends_its_streams() throws Exception {
        QueryNode node = QueryNode.started(database);
        Stream stream = new Stream(node, null, -1, People.office(), LONG);
        stream.has("retry:");
        node.close();
        assertThat(stream.whole()).startsWith("retry:");
    }

    @Test
    void more_listeners_than_a_node_may_have_are_refused() {
        try (QueryNode node = QueryNode.started(database, Map.of("dabiao.feed.max-listeners", "2"))) {
            new Stream(node, null, -1, People.office(), LONG).has("retry");
            new Stream(node, null, -1, People.office(), LONG).has("retry");
            assertThatExceptionOfType(TooManyListeners.class).isThrownBy(() -> Stream.listen(
                    node, null, -1, People.office(), LONG, new MockHttpServletResponse()));
            assertThat(listeners(node)).isEqualTo(2);
        }
    }

    @Test
    void an_account_leaves_room_for_the_others() throws Exception {
        try (QueryNode node = QueryNode.started(database, Map.of("dabiao.feed.max-listeners-per-account", "2"))) {
            Stream first = new Stream(node, null, -1, People.office(), Duration.ofMillis(500));
            first.has("retry");
            new Stream(node, null, -1, People.office(), LONG).has("retry");
            first.whole();
            new Stream(node, null, -1, People.office(), LONG).has("retry");

            for (int i = 0; i < 2; i++) {
                assertThatExceptionOfType(TooManyListeners.class)
                        .isThrownBy(() -> Stream.listen(
                                node, null, -1, People.office(), LONG, new MockHttpServletResponse()))
                        .satisfies(refused -> assertThat(refused.type()).isEqualTo(ProblemType.TOO_MANY_OWN_LISTENERS));
            }
            new Stream(node, null, -1, People.school(SCHOOL), LONG).has("retry");
            assertThat(listeners(node)).isEqualTo(3);
        }
    }

    /** One that is listened to in a thread of its own. */
    private static final class Stream {

        private final MockHttpServletResponse response = new MockHttpServletResponse();
        private final CompletableFuture<Void> ended;

        Stream(QueryNode node, @Nullable Long lastEventId, long after, Actor actor, Duration token) {
            ended = CompletableFuture.runAsync(
                    () -> listen(node, lastEventId, after, actor, token, response),
                    task -> Thread.ofVirtual().start(task));
        }

        static void listen(
                QueryNode node,
                @Nullable Long lastEventId,
                long after,
                Actor actor,
                Duration token,
                MockHttpServletResponse response) {
            TokenExpiry expiry = new TokenExpiry(Instant.now().plus(token));
            node.bean(FeedReads.class).stream(
                    lastEventId, after, null, null, null, actor, expiry, new MockHttpServletRequest(), response);
        }

        String soFar() {
            return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        }

        void has(String text) {
            await().atMost(Duration.ofSeconds(60)).until(() -> soFar().contains(text));
        }

        /** What it was when it ended. */
        String whole() throws Exception {
            ended.get(60, TimeUnit.SECONDS);
            return soFar();
        }
    }

    /** Of what has data. */
    private static List<Long> ids(String written) {
        return List.of(written.split("\n\n")).stream()
                .filter(block -> block.contains("\ndata: "))
                .map(block -> Long.valueOf(block.lines().findFirst().orElseThrow().substring("id: ".length())))
                .toList();
    }

    private static int listeners(QueryNode node) {
        return node.bean(FeedTail.class).listeners();
    }
}
