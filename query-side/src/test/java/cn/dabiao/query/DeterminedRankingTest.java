package cn.dabiao.query;

import static cn.dabiao.query.fixture.Answered.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.campaign.CampaignReads;
import cn.dabiao.api.campaign.RankingOrder;
import cn.dabiao.api.campaign.RankingRow;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.value.Points;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

/** How corrections and determinations change the ranking. */
class DeterminedRankingTest {

    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);
    private static final CampaignReads READS = NODE.bean(CampaignReads.class);
    private static final RankingOrder TOTAL = new RankingOrder("total");
    private static final String[] LOST_35 = {
        "5.1", "5", "6.1", "5", "7.1", "5", "9.1", "5", "10.1", "5", "11.1", "5", "12.1", "5"
    };

    /** 92 revised from 89, 91, 90 whose determination fell, 98 but determined, 65; one is determined and not graded. */
    @BeforeAll
    static void five_graded_schools_and_one_that_is_not() {
        NODE.ledger().append(Given.aCampaignWith(
                graded("2132072401", "8", "3").andThen().correctedByOffice("灌教安〔2018〕3号", "1.2", "5").events(),
                graded("2132072402", "6", "3").events(),
                graded("2132072403", "7", "3").andThen().determined().contestedDetermination("a1")
                        .decided("a1", AppealOutcome.UPHELD).revoked("a1").events(),
                graded("2132072404", "1", "1").andThen().determined().events(),
                Story.graded(school("2132072405"), LOST_35),
                Story.of(school("2132072406")).registered().plan(false).andThen().determined().events()));
        NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void a_determined_school_ranks_after_all_that_attained_and_before_those_with_fewer_points() {
        assertThat(ranking(TOTAL, null)).extracting(row -> row.rank() + " " + row.schoolCode() + " " + row.total())
                .containsExactly(
                        "1 2132072401 92", "2 2132072402 91", "3 2132072403 90", "4 2132072404 98", "5 2132072405 65");
    }

    @Test
    void a_row_says_whether_its_grade_is_a_determination() {
        RankingRow determined = ranking(TOTAL, null).get(3);
        assertThat(determined.grade()).isEqualTo(Grade.NOT_ATTAINED);
        assertThat(determined.determined()).isTrue();
        assertThat(determined.categoryTotals().getFirst().score()).isEqualTo(new Points("28"));
        assertThat(ranking(TOTAL, null)).filteredOn(RankingRow::determined).hasSize(1);
        assertThat(ranking(TOTAL, Grade.NOT_ATTAINED)).extracting(row -> row.schoolCode().value())
                .containsExactly("2132072404", "2132072405");
    }

    @Test
    void by_a_category_a_determined_school_comes_after_all_that_attained_as_well() {
        assertThat(ranking(new RankingOrder("HARDWARE"), null))
                .extracting(row -> row.rank() + " " + row.schoolCode())
                .containsExactly(
                        "1 2132072401", "2 2132072402", "3 2132072403", "4 2132072405", "5 2132072404");
    }

    private static List<RankingRow> ranking(RankingOrder by, @Nullable Grade grade) {
        return body(READS.ranking(
                        Given.CAMPAIGN, by, grade, null, null, null, null, null, 50, null, People.office()))
                .items();
    }

    /** It lost these points at its room and at the recording. */
    private static Story graded(String code, String room, String recording) {
        return Story.of(school(code)).registered().plan(false).applied().drawn().opened()
                .scored("1.2", room, "不合要求").scored("4.2", recording, "不合要求").allScored().signed().graded();
    }

    private static SchoolRegistered school(String code) {
        return Given.school(code, "小学" + code);
    }
}
