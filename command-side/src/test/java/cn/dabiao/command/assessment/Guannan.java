package cn.dabiao.command.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.dabiao.command.Request;
import cn.dabiao.command.assessment.AssessmentCommand.PlanText;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.ByteCount;
import cn.dabiao.domain.assessment.Document;
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.assessment.Roster;
import cn.dabiao.domain.assessment.Terms;
import cn.dabiao.domain.campaign.AppealDays;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.PlanDeadline;
import cn.dabiao.domain.campaign.Weight;
import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Contact;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.people.GroupRole;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.School;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Count;
import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Phone;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;
import cn.dabiao.json.ShippedStandards;

/** The county of the tests: one bureau, one campaign on the standard of 2018, one school, five inspectors. */
final class Guannan {

    static final Standard STANDARD = ShippedStandards.guannan2018();
    static final BureauCode BUREAU = new BureauCode("320724");
    static final BureauCode ANOTHER_BUREAU = new BureauCode("320723");
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final LocalDate DEADLINE = LocalDate.of(2018, 3, 25);
    static final LocalDate VISIT = LocalDate.of(2018, 4, 10);

    static final Instant IN_MARCH = Instant.parse("2018-03-20T01:00:00Z");
    static final Instant ON_SITE = Instant.parse("2018-04-10T02:00:00Z");
    static final Instant BACK_HOME = Instant.parse("2018-04-10T09:00:00Z");
    static final Instant NOW = Instant.parse("2018-04-20T01:00:00Z");

    static final SchoolCode SCHOOL_CODE = new SchoolCode("2132072401");
    static final SchoolCode ANOTHER_SCHOOL = new SchoolCode("2132072402");
    static final AssessmentId ASSESSMENT = new AssessmentId("guannan-2018.2132072401");

    static final Campaign CAMPAIGN = new Campaign(
            new CampaignId("guannan-2018"),
            BUREAU,
            1,
            new Title("灌南县学校“视频监控中心（室）”达标创建活动"),
            new StandardId("guannan-2018"),
            new PlanDeadline(DEADLINE, ZONE),
            AppealDays.USUAL,
            new Weight(new BigDecimal("0.1")),
            List.of(new GroupMember(new PersonName("组长甲"), GroupRole.HEAD)),
            0,
            null,
            null);

    /** On the day on which the commands of the tests are given, when they say no other. */
    static final Terms TERMS = terms(NOW);

    static final School SCHOOL = new School(
            SCHOOL_CODE,
            BUREAU,
            new SchoolFacts(
                    new Title("虚构小学"),
                    Ownership.PUBLIC,
                    SchoolKind.PRIMARY,
                    new Township("新安镇"),
                    new Count(2100),
                    new Count(130),
                    new Count(118),
                    new Contact(new PersonName("校长乙"), new Phone("19900000001")),
                    new Contact(new PersonName("副校长丙"), new Phone("19900000002"))),
            null);

    static final PlanText PLAN = plan("创建活动方案");
    static final PlanText BETTER_PLAN = plan("创建活动方案（修订）");

    static final InspectorId NEIGHBOUR = new InspectorId("i-01");
    static final InspectorId COLLEAGUE = new InspectorId("i-02");
    static final InspectorId LEAD = new InspectorId("i-03");
    static final InspectorId SECOND = new InspectorId("i-04");
    static final InspectorId NOT_DRAWN = new InspectorId("i-05");

    static final Roster ROSTER = new Roster(List.of(
            inspector(NOT_DRAWN, "汤沟镇", null),
            inspector(LEAD, "张店镇", null),
            inspector(SECOND, "三口镇", ANOTHER_SCHOOL),
            inspector(COLLEAGUE, "百禄镇", SCHOOL_CODE),
            inspector(NEIGHBOUR, "新安镇", null)));

    static final Actor PRINCIPAL = new Actor("school", Set.of(Role.SCHOOL), BUREAU, SCHOOL_CODE, null);
    static final Actor OFFICE = new Actor("office", Set.of(Role.OFFICE), BUREAU, null, null);
    static final Actor LEADER = new Actor("leader", Set.of(Role.LEADER), BUREAU, null, null);

    static final PersonName SEALER = new PersonName("盖章人丁");
    static final Opinion OPINION = new Opinion("同意认定。");
    static final Reason REASON = new Reason("材料不全。");
    static final Reason RECUSED = new Reason("检查人员临时公出。");

    private Guannan() {}

    static Actor as(InspectorId inspector) {
        return new Actor("inspector-" + inspector, Set.of(Role.INSPECTOR), BUREAU, null, inspector);
    }

    static Terms terms(Instant at) {
        return new Terms(CAMPAIGN, STANDARD, at);
    }

    static Request by(Actor actor, Instant at, String tag) {
        return new Request(actor, at, Precondition.of(tag));
    }

    private static PlanText plan(String title) {
        return new PlanText(
                new Title(title),
                new Document(new FileName("plan.pdf"), new Sha256("a".repeat(64)), new ByteCount(12_345)),
                List.of(new GroupMember(new PersonName("校长乙"), GroupRole.HEAD)));
    }

    private static Inspector inspector(InspectorId id, String township, @Nullable SchoolCode worksAt) {
        return new Inspector(id, BUREAU, new PersonName("检查员" + id), new Township(township), worksAt, List.of(), null);
    }
}
