package cn.dabiao.query;

import static cn.dabiao.query.fixture.Answered.body;
import static cn.dabiao.query.fixture.Answered.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Page;
import cn.dabiao.api.campaign.AnnualEvaluationRow;
import cn.dabiao.api.campaign.EligibilityRow;
import cn.dabiao.api.campaign.OutcomeReads;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent.SchoolClosed;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Township;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.LongLife;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

/** What follows from a campaign for every school in the register. */
class OutcomeSliceTest {

    private static final String ATTAINED = "2132072401";
    private static final String CRITICISED = "2132072402";
    private static final String FORGIVEN = "2132072403";
    private static final String DETERMINED = "2132072404";
    private static final String DETERMINED_EARLY = "2132072405";
    private static final String FAILED = "2132072406";
    private static final String CRITICISED_EARLY = "2132072407";
    private static final String SILENT = "2132072408";
    private static final String CEASED = "2132072409";
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);
    private static final OutcomeReads OUTCOMES = NODE.bean(OutcomeReads.class);

    @BeforeAll
    static void schools_that_have_come_to_different_ends() {
        NODE.ledger().append(Given.aCampaignWith(
                Story.graded(Given.school(ATTAINED, "灌南县实验小学"), "1.2", "2.5"),
                graded(CRITICISED, "新安中学").issued("m1", MeasureKind.CIRCULAR_CRITICISM).events(),
                graded(FORGIVEN, "张店小学")
                        .issued("m1", MeasureKind.CIRCULAR_CRITICISM).withdrawn("m1")
                        .issued("m2", MeasureKind.NOTICE_LETTER).events(),
                graded(DETERMINED, "汤沟小学").determined().events(),
                planned(DETERMINED_EARLY, "百禄小学").determined().events(),
                Story.graded(Given.school(FAILED, "三口小学"), "1.2", "10", "2.1", "10", "8.1", "15"),
                planned(CRITICISED_EARLY, "北陈集小学").issued("m1", MeasureKind.CIRCULAR_CRITICISM).events(),
                List.of(Given.school(
                        SILENT, "堆沟港幼儿园", SchoolKind.KINDERGARTEN, Ownership.PRIVATE, "堆沟港镇")),
                Story.graded(Given.school(CEASED, "六塘小学"), "1.2", "2")));
        NODE.ledger().append(
                new SchoolClosed(new SchoolCode(CEASED), new Reason("生源不足"), Given.THEN.plusSeconds(9_000_000)));
        NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void every_school_that_has_not_ceased_is_eligible_or_the_reasons_why_not_are_listed() {
        assertThat(eligibility(null, People.office()))
                .extracting(row -> "%s %s %s %s %s".formatted(
                        row.schoolCode(), row.eligible(), row.reasons(), row.grade(), row.determined()))
                .containsExactly(
                        ATTAINED + " true [] LEVEL_1 false",
                        CRITICISED + " false [CIRCULAR_CRITICISM] LEVEL_1 false",
                        FORGIVEN + " true [] LEVEL_1 false",
                        DETERMINED + " false [NOT_ATTAINED] NOT_ATTAINED true",
                        DETERMINED_EARLY + " false [NOT_ATTAINED] NOT_ATTAINED true",
                        FAILED + " false [NOT_ATTAINED] NOT_ATTAINED false",
                        CRITICISED_EARLY + " false [UNGRADED, CIRCULAR_CRITICISM] null false",
                        SILENT + " false [UNGRADED] null false");
    }

    @Test
    void eligible_schools_are_asked_for_alone_or_the_others() {
        assertThat(codes(eligibility(true, People.office()))).containsExactly(ATTAINED, FORGIVEN);
        assertThat(codes(eligibility(false, People.analyst()))).hasSize(6).doesNotContain(ATTAINED, FORGIVEN, CEASED);
    }

    @Test
    void a_list_is_narrowed_by_what_the_register_says() {
        assertThat(codes(body(OUTCOMES.eligibility(
                                Given.CAMPAIGN, null, new Township("堆沟港镇"), SchoolKind.KINDERGARTEN, Ownership.PRIVATE,
                                50, null, People.office()))
                        .items()))
                .containsExactly(SILENT);
        assertThat(body(OUTCOMES.annualEvaluation(
                                Given.CAMPAIGN, null, SchoolKind.KINDERGARTEN, Ownership.PUBLIC, 50, null,
                                People.office()))
                        .items())
                .isEmpty();
    }

    @Test
    void a_school_contributes_its_total_times_the_weight_unless_it_is_determined_or_has_none() {
        assertThat(annual(People.office()))
                .extracting(row -> "%s %s %s %s".formatted(
                        row.schoolCode(), row.total(), row.contribution(), row.reason()))
                .containsExactly(
                        ATTAINED + " 97.5 9.75 null",
                        CRITICISED + " 98 9.8 null",
                        FORGIVEN + " 98 9.8 null",
                        DETERMINED + " 98 0 DETERMINED_NOT_ATTAINED",
                        DETERMINED_EARLY + " null 0 DETERMINED_NOT_ATTAINED",
                        FAILED + " 65 6.5 null",
                        CRITICISED_EARLY + " null null UNGRADED",
                        SILENT + " null null UNGRADED");
        assertThat(annual(People.office()).getFirst().weight().value()).isEqualByComparingTo(new BigDecimal("0.1"));
    }

    @Test
    void a_school_sees_itself_and_no_other_bureau_sees_anything() {
        assertThat(codes(eligibility(null, People.school(CRITICISED)))).containsExactly(CRITICISED);
        assertThat(annual(People.school(SILENT))).extracting(AnnualEvaluationRow::schoolCode)
                .containsExactly(new SchoolCode(SILENT));
        assertThat(refusal(() -> eligibility(null, People.officeElsewhere())))
                .isEqualTo(new Refusal.AnotherBureau(Thing.CAMPAIGN, Given.CAMPAIGN.value()));
        assertThat(refusal(() -> OUTCOMES.annualEvaluation(
                        new CampaignId("nowhere"), null, null, null, 50, null, People.office())))
                .isEqualTo(new Refusal.NotFound(Thing.CAMPAIGN, "nowhere"));
    }

    @Test
    void pages_follow_each_other_and_a_cursor_is_of_one_list_with_its_filters() {
        List<String> paged = new ArrayList<>();
        String cursor = null;
        do {
            Page<EligibilityRow> page = body(OUTCOMES.eligibility(
                    Given.CAMPAIGN, false, null, null, null, 2, cursor, People.office()));
            paged.addAll(codes(page.items()));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(paged).isEqualTo(codes(eligibility(false, People.office())));
        String of = body(OUTCOMES.eligibility(Given.CAMPAIGN, false, null, null, null, 2, null, People.office()))
                .nextCursor();
        assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> OUTCOMES.eligibility(
                Given.CAMPAIGN, true, null, null, null, 2, of, People.office()));
        assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> OUTCOMES.annualEvaluation(
                Given.CAMPAIGN, null, null, null, 2, of, People.office()));
    }

    private static LongLife graded(String code, String name) {
        return Story.of(Given.school(code, name))
                .registered().plan(false).applied().drawn().opened().scored("1.2", "2", "监控室面积8㎡")
                .allScored().signed().graded().andThen();
    }

    private static LongLife planned(String code, String name) {
        return Story.of(Given.school(code, name)).registered().plan(false).andThen();
    }

    private static List<EligibilityRow> eligibility(@Nullable Boolean eligible, Actor actor) {
        return body(OUTCOMES.eligibility(Given.CAMPAIGN, eligible, null, null, null, 50, null, actor)).items();
    }

    private static List<AnnualEvaluationRow> annual(Actor actor) {
        return body(OUTCOMES.annualEvaluation(Given.CAMPAIGN, null, null, null, 50, null, actor)).items();
    }

    private static List<String> codes(List<EligibilityRow> rows) {
        return rows.stream().map(row -> row.schoolCode().value()).toList();
    }
}
