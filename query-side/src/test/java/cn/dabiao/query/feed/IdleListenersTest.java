package cn.dabiao.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.TokenExpiry;
import cn.dabiao.api.feed.FeedReads;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.query.fixture.CountedStatements;
import cn.dabiao.query.fixture.CountedStatements.Noted;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;

/** What streams ask of the database while nothing happens: the node looks once for all of them. */
class IdleListenersTest {

    private static final Duration INTERVAL = Duration.ofMillis(50);
    private static final Duration WATCHED = Duration.ofSeconds(2);
    private static final int MANY = 1_000;
    private static final String LISTENER = "listener";
    private static final Map<String, Object> SETTINGS = Map.of(
            "dabiao.feed.poll-interval", INTERVAL.toMillis() + "ms",
            "dabiao.feed.heartbeat", "300ms");

    private final HikariDataSource database = Database.fresh();
    private final CountedStatements counted = new CountedStatements(database);
    private final List<MockHttpServletResponse> streams = new ArrayList<>();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_thousand_idle_listeners_make_no_more_statements_than_one() throws Exception {
        try (QueryNode writing = QueryNode.started(database)) {
            writing.ledger().append(Given.aCampaign());
            writing.caughtUp();
        }
        try (QueryNode node = QueryNode.reading(counted, SETTINGS)) {
            assertThat(whileWatched()).as("nobody listens").isEmpty();

            listen(node, 1);
            List<Noted> one = whileWatched();
            listen(node, MANY - 1);
            List<Noted> many = whileWatched();

            // A look is the same statements, each once, in the one thread that looks.
            Set<String> look = sql(one);
            long looks = WATCHED.dividedBy(INTERVAL) + 1;
            assertThat(one).hasSizeBetween(look.size(), Math.toIntExact(look.size() * looks));
            assertThat(sql(many)).isEqualTo(look);
            assertThat(many).hasSizeBetween(look.size(), Math.toIntExact(look.size() * looks));
            assertThat(many).extracting(Noted::thread).containsOnly("feed");
            assertThat(node.bean(FeedTail.class).listeners()).isEqualTo(MANY);
            assertThat(streams).as("they are told that nothing happens").allMatch(it -> written(it).contains(": heartbeat"));
        }
    }

    /** Each with an account of its own. */
    private void listen(QueryNode node, int listeners) {
        for (int listener = 0; listener < listeners; listener++) {
            MockHttpServletResponse response = new MockHttpServletResponse();
            Actor actor = new Actor("office-" + streams.size(), Set.of(Role.OFFICE), People.GUANNAN, null, null);
            streams.add(response);
            Thread.ofVirtual().name(LISTENER).start(() -> node.bean(FeedReads.class).stream(
                    null, -1, null, null, null, actor, new TokenExpiry(Instant.now().plusSeconds(3600)),
                    new MockHttpServletRequest(), response));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> streams.stream().allMatch(it -> written(it).contains("id: 4\n")));
        // The node remembers what there is from its next look on; until then a listener reads for itself.
        await().until(() -> node.bean(FeedTail.class).recent().shown() == 4);
        await().atMost(Duration.ofSeconds(30)).until(() -> streams.stream().allMatch(it -> written(it).contains(": heartbeat")));
    }

    private List<Noted> whileWatched() throws InterruptedException {
        counted.taken();
        Thread.sleep(WATCHED);
        // What else a node looks after meanwhile, it does in threads of its own.
        return counted.taken().stream().filter(it -> it.thread().equals("feed") || it.thread().equals(LISTENER)).toList();
    }

    private static Set<String> sql(List<Noted> statements) {
        return statements.stream().map(Noted::sql).collect(Collectors.toSet());
    }

    private static String written(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
