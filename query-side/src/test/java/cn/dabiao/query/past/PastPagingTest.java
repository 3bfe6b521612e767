package cn.dabiao.query.past;

import static cn.dabiao.query.fixture.Answered.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Page;
import cn.dabiao.api.campaign.CampaignReads;
import cn.dabiao.api.campaign.RankingOrder;
import cn.dabiao.api.campaign.RankingRow;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;
import cn.dabiao.query.reading.Listing;

/** Who turns the pages of a list at an instant, while something is committed that was recorded before it. */
class PastPagingTest {

    private static final Instant NOON = Instant.parse("2018-05-02T04:00:00Z");
    private static final Instant AFTERNOON = NOON.plusSeconds(3600);

    private final Clock clock = GenericEventMessage.clock;
    private final HikariDataSource database = Database.fresh();
    private final QueryNode node = QueryNode.started(database);
    private final CampaignReads campaigns = node.bean(CampaignReads.class);

    @BeforeEach
    void three_graded_schools() {
        GenericEventMessage.clock = Clock.fixed(NOON, ZoneOffset.UTC);
        node.ledger().append(Given.aCampaignWith(
                graded("2132072401", "1.2", "2"), graded("2132072402", "1.2", "5"), graded("2132072403", "1.2", "8")));
        node.caughtUp();
    }

    @AfterEach
    void close() {
        GenericEventMessage.clock = clock;
        node.close();
        database.close();
    }

    @Test
    void the_second_page_is_of_the_position_of_the_first_though_the_instant_has_moved_on() {
        long then = node.head();
        Page<RankingRow> first = page(AFTERNOON, null, 2, null, People.office());
        later();

        Page<RankingRow> second = page(AFTERNOON, null, 2, first.nextCursor(), People.office());
        assertThat(List.of(first.position(), second.position())).containsOnly(then);
        assertThat(schools(first)).containsExactly("2132072401", "2132072402");
        assertThat(schools(second)).containsExactly("2132072403");
        assertThat(second.nextCursor()).isNull();

        Page<RankingRow> anew = page(AFTERNOON, null, 50, null, People.office());
        assertThat(anew.position()).isEqualTo(node.head()).isGreaterThan(then);
        assertThat(schools(anew)).containsExactly("2132072400", "2132072401", "2132072402", "2132072403");
    }

    @Test
    void pages_at_a_position_stay_there_as_well() {
        long then = node.head();
        Page<RankingRow> first = page(null, then, 2, null, People.office());
        later();
        Page<RankingRow> second = page(null, then, 2, first.nextCursor(), People.office());
        assertThat(second.position()).isEqualTo(then);
        assertThat(schools(second)).containsExactly("2132072403");
    }

    @Test
    void a_cursor_of_another_moment_or_of_now_is_refused() {
        String then = next(page(AFTERNOON, null, 1, null, People.office()));
        String now = next(page(null, null, 1, null, People.office()));
        String position = next(page(null, node.head(), 1, null, People.office()));
        refused(AFTERNOON.plusSeconds(1), null, then);
        refused(null, node.head(), then);
        refused(null, node.head() - 1, position);
        refused(null, null, then);
        refused(AFTERNOON, null, now);
        refused(AFTERNOON, null, "x");
    }

    @Test
    void a_cursor_of_a_position_that_is_not_reached_is_refused() {
        String inner = PastPage.of(at(), next(page(AFTERNOON, null, 1, null, People.office()))).cursor();
        Listing listing = PastPage.listing(at());
        refused(AFTERNOON, null, listing.cursor(List.of(node.head() + 1, Objects.requireNonNull(inner))));
        refused(AFTERNOON, null, listing.cursor(List.of("last", inner)));
        // What was ranked at another position goes on at that one alone.
        refused(AFTERNOON, null, listing.cursor(List.of(node.head() - 1, inner)));
    }

    private static Moment at() {
        return Moment.of(AFTERNOON, null);
    }

    /** By a node whose clock is behind. */
    private void later() {
        GenericEventMessage.clock = Clock.fixed(NOON.plusSeconds(60), ZoneOffset.UTC);
        node.ledger().append(graded("2132072400", "1.2", "1"));
        node.caughtUp();
        assertThat(node.parked()).isEmpty();
    }

    private static List<Object> graded(String school, String... lost) {
        return Story.graded(Given.school(school, "学校" + school), lost);
    }

    private static List<String> schools(Page<RankingRow> page) {
        return page.items().stream().map(row -> row.schoolCode().value()).toList();
    }

    private static String next(Page<RankingRow> page) {
        return Objects.requireNonNull(page.nextCursor());
    }

    private void refused(@Nullable Instant asOf, @Nullable Long atPosition, String cursor) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> page(asOf, atPosition, 1, cursor, People.office()))
                .withMessageContaining("cursor");
    }

    private Page<RankingRow> page(
            @Nullable Instant asOf, @Nullable Long atPosition, int limit, @Nullable String cursor, Actor reader) {
        return body(campaigns.ranking(
                Given.CAMPAIGN, new RankingOrder("total"), null, null, null, null, asOf, atPosition, limit, cursor, reader));
    }
}
