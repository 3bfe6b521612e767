package cn.dabiao.query;

import static cn.dabiao.query.fixture.Answered.body;
import static cn.dabiao.query.fixture.Answered.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Page;
import cn.dabiao.api.campaign.CampaignReads;
import cn.dabiao.api.campaign.RankingOrder;
import cn.dabiao.api.campaign.RankingRow;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

class RankingSliceTest {

    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);
    private static final CampaignReads READS = NODE.bean(CampaignReads.class);
    private static final RankingOrder TOTAL = new RankingOrder("total");
    private static final String[] LOST_35 = {
        "5.1", "5", "6.1", "5", "7.1", "5", "9.1", "5", "10.1", "5", "11.1", "5", "12.1", "5"
    };

    /** 98, 95, 95, 92 and, though its hardware is faultless, 65. A sixth is still being scored. */
    @BeforeAll
    static void five_graded_schools_and_one_that_is_not() {
        NODE.ledger().append(Given.aCampaignWith(
                Story.graded(primary("2132072404"), "1.2", "2"),
                Story.graded(primary("2132072403"), "1.2", "5"),
                Story.graded(junior("2132072402"), "4.2", "5"),
                Story.graded(junior("2132072401"), "1.2", "8"),
                Story.graded(primary("2132072405"), LOST_35),
                Story.of(primary("2132072406")).registered().plan(false).applied().drawn().opened().events()));
        NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void equal_totals_share_a_rank_and_the_next_rank_is_skipped() {
        assertThat(ranks(ranking(TOTAL))).containsExactly(
                "1 2132072404", "2 2132072402", "2 2132072403", "4 2132072401", "5 2132072405");
    }

    @Test
    void by_category_those_that_did_not_attain_still_come_last() {
        List<RankingRow> rows = ranking(new RankingOrder("HARDWARE")).items();
        assertThat(rows.getLast().schoolCode().value()).isEqualTo("2132072405");
        assertThat(rows.getLast().grade()).isEqualTo(Grade.NOT_ATTAINED);
        assertThat(rows.getLast().rank()).isEqualTo(5);
        assertThat(rows.getLast().categoryTotals().getFirst().score()).isEqualTo(new Points("30"));
        assertThat(rows.getFirst().categoryTotals().getFirst().score()).isEqualTo(new Points("28"));
        assertThat(ranks(ranking(new RankingOrder("CONDUCT")))).containsExactly(
                "1 2132072401", "1 2132072402", "1 2132072403", "1 2132072404", "5 2132072405");
    }

    @Test
    void a_rank_among_its_kind_counts_its_kind_alone() {
        assertThat(ranking(TOTAL).items())
                .extracting(row -> row.schoolCode().value() + " " + row.rankInKind())
                .containsExactly("2132072404 1", "2132072402 1", "2132072403 2", "2132072401 2", "2132072405 3");
    }

    @Test
    void filters_leave_the_ranks_of_the_whole_campaign() {
        assertThat(ranks(body(READS.ranking(
                        Given.CAMPAIGN, TOTAL, null, null, SchoolKind.JUNIOR_HIGH, null, null, null, 50, null,
                        People.office()))))
                .containsExactly("2 2132072402", "4 2132072401");
        assertThat(ranks(body(READS.ranking(
                        Given.CAMPAIGN, TOTAL, Grade.NOT_ATTAINED, null, null, null, null, null, 50, null,
                        People.office()))))
                .containsExactly("5 2132072405");
    }

    @Test
    void a_school_sees_its_own_row_with_its_true_rank() {
        assertThat(ranks(ranking(TOTAL, People.school("2132072401"), 50, null))).containsExactly("4 2132072401");
        assertThat(ranks(ranking(TOTAL, People.school("2132072406"), 50, null))).isEmpty();
    }

    @Test
    void pages_end_between_equal_ranks_without_losing_one() {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<RankingRow> page = ranking(TOTAL, People.office(), 2, cursor);
            seen.addAll(ranks(page));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(seen).containsExactlyElementsOf(ranks(ranking(TOTAL)));
    }

    @Test
    void a_category_that_the_standard_has_not_is_refused() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> ranking(new RankingOrder("SPEED")))
                .withMessageContaining("by");
    }

    @Test
    void a_campaign_of_nobody_or_of_another_bureau_is_refused() {
        assertThat(refusal(() -> READS.ranking(
                        new CampaignId("nowhere-2018"), TOTAL, null, null, null, null, null, null, 50, null,
                        People.office())))
                .isEqualTo(new Refusal.NotFound(Refusal.Thing.CAMPAIGN, "nowhere-2018"));
        assertThat(refusal(() -> ranking(TOTAL, People.officeElsewhere(), 50, null)))
                .isInstanceOf(Refusal.AnotherBureau.class);
    }

    private static Page<RankingRow> ranking(RankingOrder by) {
        return ranking(by, People.office(), 50, null);
    }

    private static Page<RankingRow> ranking(RankingOrder by, Actor actor, int limit, @Nullable String cursor) {
        return body(READS.ranking(Given.CAMPAIGN, by, null, null, null, null, null, null, limit, cursor, actor));
    }

    private static List<String> ranks(Page<RankingRow> page) {
        return page.items().stream().map(row -> row.rank() + " " + row.schoolCode()).toList();
    }

    private static SchoolRegistered primary(String code) {
        return Given.school(code, "小学" + code);
    }

    private static SchoolRegistered junior(String code) {
        return Given.school(code, "中学" + code, SchoolKind.JUNIOR_HIGH, Ownership.PRIVATE, "三口镇");
    }
}
