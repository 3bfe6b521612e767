package cn.dabiao.query;

import static cn.dabiao.query.fixture.Answered.body;
import static cn.dabiao.query.fixture.Answered.refusal;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.api.Page;
import cn.dabiao.api.inspector.WorkloadReads;
import cn.dabiao.api.inspector.WorkloadRow;
import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.PlanSubmitted;
import cn.dabiao.domain.assessment.AssessmentEvent.ReviewOpened;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.campaign.AppealDays;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.Weight;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Title;
import cn.dabiao.query.fixture.Database;
import cn.dabiao.query.fixture.Given;
import cn.dabiao.query.fixture.People;
import cn.dabiao.query.fixture.QueryNode;
import cn.dabiao.query.fixture.Story;

/** What inspectors have had to do, have done, and how strictly. */
class WorkloadSliceTest {

    private static final String TWICE = "2132072401";
    private static final String REPLACED = "2132072402";
    private static final String WAITING = "2132072403";
    private static final String BEGUN = "2132072404";
    private static final CampaignId LATER = new CampaignId("guannan-2019");
    private static final InspectorId FIRST = new InspectorId("i-01");
    private static final InspectorId SECOND = new InspectorId("i-02");
    private static final InspectorId THIRD = new InspectorId("i-03");
    private static final HikariDataSource DATABASE = Database.fresh();
    private static final QueryNode NODE = QueryNode.started(DATABASE);
    private static final WorkloadReads WORKLOADS = NODE.bean(WorkloadReads.class);

    @BeforeAll
    static void four_schools_two_campaigns_and_four_inspectors() {
        NODE.ledger().append(Given.aCampaignWith(
                List.of(Given.inspector("i-04", "赵云")),
                Story.of(Given.school(TWICE, "灌南县实验小学"))
                        .registered().plan(false).applied().drawn().opened().scored("1.2", "8", "监控室面积6㎡")
                        .scored("1.2", "5", "复测").scored("4.2", "3", "保存20天").allScored().signed().graded().andThen()
                        .correctedByOffice("灌教安〔2018〕3号", "4.2", "2").reviewedAgain("4.2", "1").events(),
                Story.of(Given.school(REPLACED, "新安中学"))
                        .registered().plan(false).applied().drawn().opened().scored("4.2", "3", "保存20天")
                        .replaced().events(),
                Story.of(Given.school(WAITING, "张店小学")).registered().plan(false).applied().drawn().events(),
                Story.of(Given.school(BEGUN, "汤沟小学")).registered().plan(false).applied().drawn().opened().events()));
        NODE.ledger().append(overTheTop(BEGUN));
        NODE.ledger().append(aLaterCampaign());
        NODE.caughtUp();
        assertThat(NODE.parked()).isEmpty();
    }

    @AfterAll
    static void stop() {
        NODE.close();
        DATABASE.close();
    }

    @Test
    void the_work_of_everybody_on_the_roster_is_counted() {
        assertThat(told(ofCampaign(People.office()))).containsExactly(
                "i-01 assigned 5 open 2 scored 17 signed 2",
                "i-02 assigned 4 open 1 scored 1 signed 2",
                "i-03 assigned 1 open 1 scored 0 signed 0",
                "i-04 assigned 0 open 0 scored 0 signed 0");
    }

    @Test
    void how_strict_somebody_is_shows_against_all_that_was_scored_in_the_campaign() {
        List<WorkloadRow> rows = ofCampaign(People.with(Role.AUDITOR));

        assertThat(rows).extracting(row -> "%s %s %s".formatted(
                        row.meanDeduction(), row.campaignMeanDeduction(), row.strictness()))
                .containsExactly("0.71 1.28 -0.57", "11 1.28 9.72", "null 1.28 null", "null 1.28 null");
        assertThat(rows).extracting(row -> String.valueOf(row.daysToSign())).containsExactly("0", "0", "null", "null");
    }

    @Test
    void an_inspector_is_shown_every_campaign_with_work_and_its_own_alone() {
        Actor second = People.inspector("i-02");
        assertThat(ofCampaign(second)).extracting(WorkloadRow::inspectorId).containsExactly(SECOND);
        List<WorkloadRow> own = body(WORKLOADS.ofInspector(SECOND, 50, null, second)).items();
        assertThat(own).extracting(row -> row.campaignId().value()).containsExactly("guannan-2018", "guannan-2019");
        assertThat(own.getFirst()).isEqualTo(ofCampaign(People.office()).get(1));
        assertThat(told(own)).last().isEqualTo("i-02 assigned 1 open 1 scored 0 signed 0");
        assertThat(own.getLast().campaignMeanDeduction()).isNull();
        assertThat(refusal(() -> WORKLOADS.ofInspector(FIRST, 50, null, second)))
                .isEqualTo(new Refusal.AnotherInspector(FIRST));
    }

    @Test
    void a_campaign_without_work_is_not_listed() {
        assertThat(body(WORKLOADS.ofInspector(THIRD, 50, null, People.office())).items())
                .extracting(WorkloadRow::campaignId).containsExactly(Given.CAMPAIGN);
        assertThat(body(WORKLOADS.ofInspector(new InspectorId("i-04"), 50, null, People.office())).items()).isEmpty();
    }

    @Test
    void an_analyst_sees_the_figures_and_nobodys_name() {
        assertThat(ofCampaign(People.analyst())).extracting(WorkloadRow::name).containsOnlyNulls();
        assertThat(told(ofCampaign(People.analyst()))).isEqualTo(told(ofCampaign(People.office())));
        assertThat(requireNonNull(ofCampaign(People.office()).getFirst().name()).value()).isEqualTo("李明");
    }

    @Test
    void pages_follow_each_other() {
        Page<WorkloadRow> first = body(WORKLOADS.ofCampaign(Given.CAMPAIGN, 3, null, People.office()));
        Page<WorkloadRow> rest = body(WORKLOADS.ofCampaign(Given.CAMPAIGN, 3, first.nextCursor(), People.office()));
        assertThat(first.items()).hasSize(3);
        assertThat(rest.items()).extracting(row -> row.inspectorId().value()).containsExactly("i-04");
        assertThat(rest.nextCursor()).isNull();
        Page<WorkloadRow> one = body(WORKLOADS.ofInspector(SECOND, 1, null, People.office()));
        Page<WorkloadRow> next = body(WORKLOADS.ofInspector(SECOND, 1, one.nextCursor(), People.office()));
        assertThat(one.items()).extracting(WorkloadRow::campaignId).containsExactly(Given.CAMPAIGN);
        assertThat(next.items()).extracting(WorkloadRow::campaignId).containsExactly(LATER);
        assertThat(next.nextCursor()).isNull();
    }

    @Test
    void nobody_sees_another_bureaus_work_nor_that_of_nobody() {
        assertThat(refusal(() -> ofCampaign(People.officeElsewhere())))
                .isEqualTo(new Refusal.AnotherBureau(Thing.CAMPAIGN, Given.CAMPAIGN.value()));
        assertThat(refusal(() -> WORKLOADS.ofInspector(FIRST, 50, null, People.officeElsewhere())))
                .isEqualTo(new Refusal.AnotherBureau(Thing.INSPECTOR, "i-01"));
        assertThat(refusal(() -> WORKLOADS.ofInspector(new InspectorId("i-99"), 50, null, People.office())))
                .isEqualTo(new Refusal.NotFound(Thing.INSPECTOR, "i-99"));
    }

    private static List<WorkloadRow> ofCampaign(Actor actor) {
        return body(WORKLOADS.ofCampaign(Given.CAMPAIGN, 50, null, actor)).items();
    }

    private static List<String> told(List<WorkloadRow> rows) {
        return rows.stream()
                .map(row -> "%s assigned %d open %d scored %d signed %d".formatted(
                        row.inspectorId(), row.assigned(), row.open(), row.scored(), row.signed()))
                .toList();
    }

    /** The second inspector takes 11 points off an item that is worth 10. */
    private static ItemScored overTheTop(String school) {
        return new ItemScored(
                Story.idOf(school), 1, new ItemNo(1),
                List.of(deduction("1.1", "5"), deduction("1.2", "6")), List.of(), List.of(),
                null, Points.ZERO, null, SECOND, Given.THEN.plusSeconds(30 * 86_400), Given.THEN.plusSeconds(30 * 86_400));
    }

    private static Deduction deduction(String checkpoint, String points) {
        return new Deduction(new CheckpointCode(checkpoint), new Points(points), new Reason("不合要求"), List.of());
    }

    private static List<Object> aLaterCampaign() {
        AssessmentId id = AssessmentId.of(LATER, new SchoolCode(TWICE));
        PlanSubmitted plan = (PlanSubmitted) Story.of(Given.school(TWICE, "小学")).plan(false).lastEvent();
        return List.of(
                new CampaignOpened(
                        LATER, People.GUANNAN, new Title("来年"), Given.STANDARD.standardId(),
                        LocalDate.parse("2019-03-25"), AppealDays.USUAL, ZoneId.of("Asia/Shanghai"),
                        new Weight(BigDecimal.ONE), List.of(), Given.THEN),
                new PlanSubmitted(
                        id, plan.bureau(), plan.standardId(), plan.title(), plan.document(), plan.leadingGroup(),
                        plan.deadline(), plan.late(), plan.at()),
                new ReviewOpened(
                        id, 1, 1, List.of(SECOND), SECOND, LocalDate.parse("2019-04-10"), Given.THEN));
    }
}
