package cn.dabiao.examples;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Terms;
import cn.dabiao.domain.campaign.AppealDays;
import cn.dabiao.domain.campaign.Campaign;
import cn.dabiao.domain.campaign.CampaignEvent.CampaignOpened;
import cn.dabiao.domain.campaign.CampaignId;
import cn.dabiao.domain.campaign.Weight;
import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Contact;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.people.GroupRole;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.Ownership;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolFacts;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.standard.Standard;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.Count;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Phone;
import cn.dabiao.domain.value.Title;
import cn.dabiao.domain.value.Township;
import cn.dabiao.json.ShippedStandards;

/** The county, its people and its standard, as the tests speak of them. */
public final class Guannan {

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    public static final BureauCode BUREAU = new BureauCode("320724");
    public static final BureauCode ANOTHER_BUREAU = new BureauCode("320723");
    public static final CampaignId CAMPAIGN = new CampaignId("guannan-2018");
    public static final SchoolCode SCHOOL = new SchoolCode("2132072401");
    public static final SchoolCode ANOTHER_SCHOOL = new SchoolCode("2132072402");
    public static final Township TOWNSHIP = new Township("新安镇");
    public static final AssessmentId ASSESSMENT = new AssessmentId("guannan-2018.2132072401");
    public static final Standard STANDARD = ShippedStandards.guannan2018();
    public static final LocalDate PLAN_DEADLINE = LocalDate.of(2018, 3, 25);

    private Guannan() {}

    /** A moment by the clock on Guannan's wall, e.g. {@code 2018-03-20T09:30}. */
    public static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(SHANGHAI).toInstant();
    }

    /** The campaign of the notice, running. */
    public static Campaign campaign() {
        return Campaign.evolve(
                null,
                new CampaignOpened(
                        CAMPAIGN,
                        BUREAU,
                        new Title("灌南县校园“视频监控中心（室）”达标创建活动"),
                        STANDARD.standardId(),
                        PLAN_DEADLINE,
                        AppealDays.USUAL,
                        SHANGHAI,
                        new Weight(new BigDecimal("0.1")),
                        leadingGroup(),
                        at("2018-03-09T09:00")));
    }

    /** The terms of the campaign at that time by the clock on Guannan's wall. */
    public static Terms terms(String localTime) {
        return new Terms(campaign(), STANDARD, at(localTime));
    }

    public static ItemNo item(int number) {
        return new ItemNo(number);
    }

    public static CheckpointCode checkpoint(String code) {
        return new CheckpointCode(code);
    }

    public static InspectorId inspector(int number) {
        return new InspectorId("i-%02d".formatted(number));
    }

    public static Inspector inspector(int number, String township, @Nullable String worksAt) {
        return new Inspector(
                inspector(number),
                BUREAU,
                new PersonName("考评员" + number),
                new Township(township),
                worksAt == null ? null : new SchoolCode(worksAt),
                List.of(), null);
    }

    /** Nine inspectors: 1 and 3 live in the school's township, 3 and 7 work at the school. */
    public static List<Inspector> nineInspectors() {
        return List.of(
                inspector(1, "新安镇", null),
                inspector(2, "堆沟港镇", "2132072402"),
                inspector(3, "新安镇", "2132072401"),
                inspector(4, "北陈集镇", null),
                inspector(5, "张店镇", "2132072405"),
                inspector(6, "三口镇", null),
                inspector(7, "孟兴庄镇", "2132072401"),
                inspector(8, "汤沟镇", null),
                inspector(9, "百禄镇", "2132072409"));
    }

    public static List<GroupMember> leadingGroup() {
        return List.of(
                new GroupMember(new PersonName("周达华"), GroupRole.HEAD),
                new GroupMember(new PersonName("陈能林"), GroupRole.DEPUTY),
                new GroupMember(new PersonName("金星"), GroupRole.MEMBER),
                new GroupMember(new PersonName("陈余山"), GroupRole.OFFICE_DIRECTOR));
    }

    public static SchoolFacts schoolFacts() {
        return new SchoolFacts(
                new Title("灌南县实验小学"),
                Ownership.PUBLIC,
                SchoolKind.PRIMARY,
                TOWNSHIP,
                new Count(2860),
                new Count(168),
                new Count(151),
                new Contact(new PersonName("王志强"), new Phone("13805120001")),
                new Contact(new PersonName("李秀英"), new Phone("0518-83223456")));
    }

    /** The same school after it was given a new name and a new principal. */
    public static SchoolFacts renamed() {
        SchoolFacts before = schoolFacts();
        return new SchoolFacts(
                new Title("灌南县第一实验小学"),
                before.ownership(),
                before.kind(),
                before.township(),
                new Count(2900),
                before.staff(),
                before.teachers(),
                new Contact(new PersonName("赵建国"), new Phone("13805120003")),
                before.vicePrincipal());
    }

    public static Actor schoolAccount() {
        return new Actor("school-2132072401", Set.of(Role.SCHOOL), BUREAU, SCHOOL, null);
    }

    public static Actor office() {
        return new Actor("office", Set.of(Role.OFFICE), BUREAU, null, null);
    }

    public static Actor inspectorAccount(InspectorId id) {
        return new Actor("inspector-" + id, Set.of(Role.INSPECTOR), BUREAU, null, id);
    }
}
