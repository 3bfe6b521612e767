package cn.dabiao.query.statistics;

import static cn.dabiao.query.fixture.Answered.body;
import static cn.dabiao.query.fixture.Answered.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Page;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.api.statistics.CampaignComparison;
import cn.dabiao.api.statistics.CampaignComparison.ComparedSchool;
import cn.dabiao.api.statistics.CampaignComparison.ComparedSchools;
import cn.dabiao.api.statistics.StatisticsReads;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.campaign.AppealDays;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.Weight;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.SchoolEvent.SchoolRegistered;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.standard.StandardEvent.StandardPublished;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.Title;
import cn.dabiao.json.DomainJson;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

/** One campaign beside another: the same schools, a year later. */
class ComparisonSliceTest {

    private static final CampaignId LATER = new CampaignId("guannan-2019");
    private static final CampaignId OTHERWISE = new CampaignId("guannan-2020");
    private static final SchoolRegistered BETTER = Given.school("2132072401", "灌南县实验小学");
    private static final SchoolRegistered WORSE = Given.school("2132072402", "新安中学");
    private static final SchoolRegistered EQUAL = Given.school("2132072403", "张店小学");
    private static final SchoolRegistered ONCE = Given.school("2132072404", "汤沟小学");
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);
    private static final StatisticsReads STATISTICS = NODE.bean(StatisticsReads.class);

    @BeforeAll
    static void three_campaigns() {
        NODE.ledger().append(Given.aCampaignWith(
                Story.graded(BETTER, "1.2", "10", "8.1", "15"),
                Story.graded(WORSE, "2.1", "5"),
                Story.graded(EQUAL, "1.2", "2.5"),
                Story.graded(ONCE)));
        NODE.ledger().append(opened(LATER, Given.STANDARD.standardId()));
        NODE.ledger().append(later(LATER, Story.graded(BETTER, "8.1", "1")));
        NODE.ledger().append(later(LATER, Story.graded(WORSE, "2.1", "10", "13.1", "1")));
        NODE.ledger().append(later(LATER, Story.of(EQUAL).registered().plan(false).applied().drawn().opened()
                .scored("1.2", "2.5", "不合要求").allScored().signed().graded().andThen().determined().events()));
        Standard renamed = renamed();
        NODE.ledger().append(new StandardPublished(renamed.standardId(), People.GUANNAN, renamed, Given.THEN));
        NODE.ledger().append(opened(OTHERWISE, renamed.standardId()));
        NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void totals_grades_categories_items_and_demands_are_set_beside_each_other() {
        CampaignComparison it = compared(LATER, Given.CAMPAIGN);

        // 75, 95, 97.5, 100 before; 99, 89, 97.5 after.
        assertThat(it.before().meanPercent()).hasToString("91.88");
        assertThat(it.after().meanPercent()).hasToString("95.17");
        assertThat(it.change()).hasToString("3.29");
        assertThat(it.grades()).extracting(each -> "%s %d %d %s".formatted(
                        each.grade(), each.before(), each.after(), each.change()))
                .containsExactly(
                        "LEVEL_1 3 1 -41.67", "LEVEL_2 0 1 33.33", "LEVEL_3 1 0 -25", "NOT_ATTAINED 0 1 33.33");
        assertThat(it.categories()).extracting(each -> "%s %s %s %s".formatted(
                        each.category(), each.before(), each.after(), each.change()))
                .contains("HARDWARE 85.42 86.11 0.69", "RULES 100 100 0");
        assertThat(it.items()).hasSize(15).extracting(each -> "%s %s %s %s".formatted(
                        each.itemNo(), each.before(), each.after(), each.change()))
                .contains("1 6.88 9.17 2.29", "2 8.75 6.67 -2.08");
        assertThat(it.checkpoints()).extracting(each -> "%s %s %s %s".formatted(
                        each.checkpoint(), each.before(), each.after(), each.change()))
                .containsExactly("1.2 50 33.33 -16.67", "2.1 25 33.33 8.33", "8.1 25 33.33 8.33", "13.1 0 33.33 33.33");
        assertThat(it.schools()).isEqualTo(new ComparedSchools(3, 3, 1, 1, 1, 3, 1, 0, 2));
        assertThat(it.position()).isEqualTo(NODE.head());
    }

    @Test
    void looked_at_the_other_way_round_everything_changes_its_sign() {
        CampaignComparison it = compared(Given.CAMPAIGN, LATER);

        assertThat(it.change()).hasToString("-3.29");
        assertThat(it.schools()).isEqualTo(new ComparedSchools(3, 3, 1, 1, 1, 3, 2, 0, 1));
    }

    @Test
    void on_another_standard_items_are_not_compared_and_without_grades_there_is_no_change() {
        CampaignComparison it = compared(OTHERWISE, Given.CAMPAIGN);

        assertThat(it.items()).isEmpty();
        assertThat(it.checkpoints()).isEmpty();
        assertThat(it.categories()).hasSize(4).allSatisfy(each -> assertThat(each.change()).isNull());
        assertThat(it.change()).isNull();
        assertThat(it.after().meanPercent()).isNull();
        assertThat(it.schools()).isEqualTo(new ComparedSchools(0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void every_school_of_both_is_listed_page_after_page() {
        Page<ComparedSchool> first =
                body(STATISTICS.comparedSchools(LATER, Given.CAMPAIGN, 2, null, People.analyst()));
        Page<ComparedSchool> rest =
                body(STATISTICS.comparedSchools(LATER, Given.CAMPAIGN, 2, first.nextCursor(), People.analyst()));

        assertThat(first.items()).extracting(ComparisonSliceTest::told).containsExactly(
                "2132072401 75->99 24 LEVEL_3->LEVEL_1", "2132072402 95->89 -6 LEVEL_1->LEVEL_2");
        assertThat(rest.items()).extracting(ComparisonSliceTest::told).containsExactly(
                "2132072403 97.5->97.5 0 LEVEL_1->NOT_ATTAINED");
        assertThat(rest.nextCursor()).isNull();
    }

    @Test
    void a_campaign_is_not_compared_with_itself_nor_with_what_is_not_there() {
        assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> compared(LATER, LATER));
        assertThat(refusal(() -> compared(LATER, new CampaignId("nowhere"))))
                .isEqualTo(new Refusal.NotFound(Thing.CAMPAIGN, "nowhere"));
        assertThat(refusal(() -> STATISTICS.comparison(LATER, Given.CAMPAIGN, People.officeElsewhere())))
                .isEqualTo(new Refusal.AnotherBureau(Thing.CAMPAIGN, Given.CAMPAIGN.value()));
        assertThat(refusal(() -> STATISTICS.comparedSchools(LATER, Given.CAMPAIGN, 5, null, People.officeElsewhere())))
                .isEqualTo(new Refusal.AnotherBureau(Thing.CAMPAIGN, Given.CAMPAIGN.value()));
    }

    private static CampaignComparison compared(CampaignId campaign, CampaignId with) {
        return body(STATISTICS.comparison(campaign, with, People.office()));
    }

    private static String told(ComparedSchool it) {
        return "%s %s->%s %s %s->%s".formatted(
                it.schoolCode(), it.before(), it.after(), it.change(), it.gradeBefore(), it.gradeAfter());
    }

    private static CampaignOpened opened(CampaignId campaign, StandardId standard) {
        return new CampaignOpened(
                campaign, People.GUANNAN, new Title("来年"), standard, LocalDate.parse("2019-03-25"), AppealDays.USUAL,
                ZoneId.of("Asia/Shanghai"), new Weight(BigDecimal.ONE), List.of(), Given.THEN);
    }

    private static Standard renamed() {
        Standard it = Given.STANDARD;
        return new Standard(
                new StandardId("guannan-2020"), it.name(), it.source(), it.total(), it.deductionStep(), it.bands(),
                it.categories(), it.items());
    }

    /** The same story, told of another campaign. */
    private static List<Object> later(CampaignId campaign, List<Object> events) {
        return events.stream()
                .filter(AssessmentEvent.class::isInstance)
                .map(event -> told(campaign, event))
                .toList();
    }

    private static Object told(CampaignId campaign, Object event) {
        String json = DomainJson.mapper().writeValueAsString(event);
        return DomainJson.mapper().readValue(
                json.replace('"' + Given.CAMPAIGN.value() + '.', '"' + campaign.value() + '.'), event.getClass());
    }
}
