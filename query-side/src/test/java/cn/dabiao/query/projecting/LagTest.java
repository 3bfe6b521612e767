package cn.dabiao.query.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.ledger.lag.Followers;
import cn.dabiao.ledger.lag.Lag;
import cn.dabiao.ledger.lag.LagReader;
import cn.dabiao.ledger.lag.Lags;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

class LagTest {

    private static final SchoolRegistered SCHOOL = Given.school("2132072401", "灌南县实验小学");

    private final HikariDataSource database = Database.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void before_the_first_event_nobody_is_behind() throws SQLException {
        try (QueryNode node = QueryNode.stopped(database)) {
            Lags lags = read(node);

            assertThat(lags.size()).isZero();
            assertThat(lags.groups()).extracting(Lag::group)
                    .contains("register", "assessment", "ranking", "history");
            assertThat(lags.groups()).allMatch(lag -> lag.behind() == 0 && lag.delay().isZero() && lag.parked() == 0);
        }
    }

    @Test
    void who_has_not_begun_is_behind_by_the_whole_ledger_since_its_first_event() throws Exception {
        try (QueryNode node = QueryNode.stopped(database)) {
            node.ledger().append(Given.aCampaign());
            Thread.sleep(30);
            node.ledger().append(Given.inspector("i-04", "赵强"));

            assertThat(read(node).groups()).isNotEmpty().allSatisfy(lag -> {
                assertThat(lag.behind()).isEqualTo(node.head() + 1);
                assertThat(lag.delay()).isBetween(Duration.ofMillis(30), Duration.ofMinutes(1));
            });
        }
    }

    @Test
    void who_was_stopped_is_behind_by_what_came_since_and_the_others_are_not() throws SQLException {
        try (QueryNode node = QueryNode.started(database)) {
            node.ledger().append(Given.aCampaign());
            node.caughtUp();
            node.processor("ranking").shutDown();
            node.ledger().append(Given.inspector("i-04", "赵强"));
            node.ledger().append(Given.inspector("i-05", "钱进"));
            Awaitility.await().until(() -> node.bean(Followers.class).groups().stream()
                    .allMatch(group -> group.equals("ranking") || node.seen(group) == node.head()));

            assertThat(read(node).groups())
                    .filteredOn(lag -> lag.behind() > 0)
                    .singleElement()
                    .satisfies(lag -> {
                        assertThat(lag.group()).isEqualTo("ranking");
                        assertThat(lag.behind()).isEqualTo(2);
                        assertThat(lag.delay()).isPositive();
                    });
        }
    }

    @Test
    void parked_events_are_counted_and_nobody_is_behind_for_them() throws SQLException {
        try (QueryNode node = QueryNode.started(database)) {
            node.ledger().append(Given.aCampaign());
            node.ledger().append(SCHOOL);
            // A self-assessment and a declaration of an assessment that nothing has opened.
            node.ledger().append(Story.graded(SCHOOL).subList(2, 4));
            node.caughtUp();

            assertThat(read(node).groups())
                    .filteredOn(lag -> lag.group().equals("assessment"))
                    .singleElement()
                    .satisfies(lag -> {
                        assertThat(lag.parked()).isEqualTo(2);
                        assertThat(lag.behind()).isZero();
                    });
        }
    }

    @Test
    void what_is_left_in_the_table_of_a_group_that_there_is_no_more_counts_for_nothing() throws SQLException {
        try (QueryNode node = QueryNode.stopped(database)) {
            node.jdbc().sql("INSERT INTO view.token_entry (processor_name, segment, touched_at) "
                            + "VALUES ('gone', 0, '1970-01-01T00:00:00Z')")
                    .update();
            node.ledger().append(Given.aCampaign());

            assertThat(read(node).groups()).extracting(Lag::group).doesNotContain("gone");
        }
    }

    private Lags read(QueryNode node) throws SQLException {
        return new LagReader(database, List.of(node.bean(Followers.class))).read();
    }
}
