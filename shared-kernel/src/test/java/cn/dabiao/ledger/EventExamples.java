package cn.dabiao.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.appeal.Contested;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.ByteCount;
import cn.dabiao.domain.assessment.Document;
import cn.dabiao.domain.assessment.Draw.Exclusion;
import cn.dabiao.domain.assessment.Draw.ExclusionReason;
import cn.dabiao.domain.assessment.Draw.Load;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.assessment.SeedOrigin;
import cn.dabiao.domain.campaign.AppealDays;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.campaign.OpenAssessment;
import cn.dabiao.domain.campaign.OpenEnd;
import cn.dabiao.domain.campaign.PublishedGrade;
import cn.dabiao.domain.campaign.Weight;
import cn.dabiao.domain.evidence.EvidenceEvent;
import cn.dabiao.domain.evidence.MediaType;
import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.inspector.RecusalOutcome;
import cn.dabiao.domain.measure.Commitment;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.measure.Summons;
import cn.dabiao.domain.people.GroupMember;
import cn.dabiao.domain.people.GroupRole;
import cn.dabiao.domain.people.PersonId;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.rectification.Hazard;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.school.SchoolKind;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.Evidence;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.MeasuredValue;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.scoring.Scoresheet;
import cn.dabiao.domain.standard.Grade;
import cn.dabiao.domain.standard.MeasureUnit;
import cn.dabiao.domain.standard.StandardEvent;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.domain.value.Statement;
import cn.dabiao.domain.value.Title;
import cn.dabiao.examples.Findings;
import cn.dabiao.examples.Guannan;

/** One event of each kind with all its components filled, as a county in Jiangsu would have written it. */
public final class EventExamples {

    static final List<Deduction> DEDUCTIONS = List.of(
            new Deduction(
                    Guannan.checkpoint("3.1"),
                    new Points("1.5"),
                    new Reason("东门 2 号摄像头实测 360 TVL，\n低于标准要求"),
                    List.of(new Evidence(
                            new Sha256("3b4c".repeat(16)),
                            new FileName("东门2号摄像头.jpg"),
                            Guannan.at("2018-04-10T09:31:07.125"),
                            new Title("监控中心，东门 2 号画面")))),
            new Deduction(
                    Guannan.checkpoint("3.2"), new Points("2"), new Reason("回放图像“马赛克”明显"), List.of()));

    static final List<Measurement> MEASUREMENTS = List.of(
            new Measurement(Guannan.checkpoint("3.1"), figure("360"), null, MeasureUnit.TVL, null),
            new Measurement(
                    Guannan.checkpoint("3.3"), figure("320.5"), figure("240"), MeasureUnit.px, new Reason("设备已列入暑期更新计划")));

    static final List<NotApplicable> NOT_APPLICABLE =
            List.of(new NotApplicable(Guannan.checkpoint("3.2"), new Reason("仅作演示：本点不适用")));

    public static final List<Object> ALL = List.of(
            new StandardEvent.StandardPublished(
                    Guannan.STANDARD.standardId(), Guannan.BUREAU, Guannan.STANDARD, Guannan.at("2018-03-09T08:00")),
            new CampaignEvent.CampaignOpened(
                    Guannan.CAMPAIGN,
                    Guannan.BUREAU,
                    new Title("灌南县校园“视频监控中心（室）”达标创建活动"),
                    Guannan.STANDARD.standardId(),
                    Guannan.PLAN_DEADLINE,
                    new AppealDays(15),
                    Guannan.SHANGHAI,
                    new Weight(new BigDecimal("0.15")),
                    Guannan.leadingGroup(),
                    Guannan.at("2018-03-09T09:00")),
            new CampaignEvent.LeadingGroupChanged(
                    Guannan.CAMPAIGN,
                    Guannan.leadingGroup(),
                    List.of(new GroupMember(new PersonName("陈能林"), GroupRole.HEAD)),
                    new Reason("周达华同志调任，由陈能林同志接任组长"),
                    Guannan.at("2018-03-19T09:00")),
            new CampaignEvent.PlanDeadlineExtended(
                    Guannan.CAMPAIGN,
                    Guannan.PLAN_DEADLINE,
                    LocalDate.of(2018, 4, 5),
                    new Reason("部分农村学校网络改造尚未完工"),
                    Guannan.at("2018-03-23T09:00")),
            new CampaignEvent.PlansOverdue(
                    Guannan.CAMPAIGN,
                    LocalDate.of(2018, 4, 5),
                    List.of(Guannan.ANOTHER_SCHOOL),
                    Guannan.at("2018-04-06T00:00")),
            new CampaignEvent.GradesPublished(
                    Guannan.CAMPAIGN,
                    1,
                    List.of(new PublishedGrade(
                            Guannan.SCHOOL,
                            new Title("灌南县实验小学"),
                            SchoolKind.PRIMARY,
                            sheet().total(),
                            sheet().grade(),
                            sheet().categoryTotals(),
                            1,
                            1,
                            false,
                            true)),
                    new Opinion("现将考评结果予以公示，公示期十五日。"),
                    Guannan.at("2018-05-04T09:00")),
            new CampaignEvent.CampaignClosed(
                    Guannan.CAMPAIGN,
                    new Reason("该校已停办，不再考评"),
                    List.of(new OpenAssessment(Guannan.ANOTHER_SCHOOL, OpenEnd.NOT_GRADED)),
                    Guannan.at("2018-06-29T17:00")),
            new SchoolEvent.SchoolRegistered(
                    Guannan.SCHOOL, Guannan.BUREAU, Guannan.schoolFacts(), Guannan.at("2018-03-10T10:15:30")),
            inspectorRegistered(2),
            new InspectorEvent.RecusalDeclared(
                    Guannan.inspector(2),
                    Guannan.BUREAU,
                    Guannan.SCHOOL,
                    Role.INSPECTOR,
                    new Reason("配偶在该校任教"),
                    Guannan.at("2018-03-30T08:30")),
            new InspectorEvent.RecusalRequested(
                    Guannan.inspector(2),
                    Guannan.BUREAU,
                    Guannan.SCHOOL,
                    new Reason("该考评员去年与我校有工作争议"),
                    Guannan.at("2018-03-30T09:00")),
            new InspectorEvent.RecusalDecided(
                    Guannan.inspector(2),
                    Guannan.BUREAU,
                    Guannan.SCHOOL,
                    RecusalOutcome.UPHELD,
                    new Reason("情况属实"),
                    Guannan.at("2018-03-30T16:00")),
            new InspectorEvent.InspectorSuspended(
                    Guannan.inspector(2), Guannan.BUREAU, new Reason("接受调查期间"), Guannan.at("2018-05-02T09:00")),
            new InspectorEvent.InspectorReinstated(
                    Guannan.inspector(2), Guannan.BUREAU, new Reason("调查结束，未发现问题"), Guannan.at("2018-05-21T09:00")),
            new AssessmentEvent.PlanSubmitted(
                    Guannan.ASSESSMENT,
                    Guannan.BUREAU,
                    Guannan.STANDARD.standardId(),
                    new Title("灌南县实验小学“视频监控中心（室）”达标创建活动方案"),
                    new Document(new FileName("达标创建方案.pdf"), new Sha256("0a1b".repeat(16)), new ByteCount(182_044)),
                    Guannan.leadingGroup(),
                    Guannan.PLAN_DEADLINE,
                    true,
                    Guannan.at("2018-03-26T08:05:09.000001")),
            selfAssessed(),
            new AssessmentEvent.ApplicationSubmitted(
                    Guannan.ASSESSMENT,
                    Guannan.PLAN_DEADLINE,
                    new PersonName("王志强"),
                    Guannan.schoolFacts(),
                    new Points("96.5"),
                    Guannan.at("2018-03-27T10:00")),
            new AssessmentEvent.ApplicationAccepted(
                    Guannan.ASSESSMENT, new Reason("材料齐全"), Guannan.at("2018-03-28T10:00")),
            new AssessmentEvent.ApplicationReturned(
                    Guannan.ASSESSMENT, new Reason("申报表缺学校公章"), Guannan.at("2018-03-28T10:30")),
            new AssessmentEvent.ApplicationWithdrawn(
                    Guannan.ASSESSMENT, new Reason("专任教师人数填报有误"), Guannan.at("2018-03-28T11:00")),
            new AssessmentEvent.InspectorsDrawn(
                    Guannan.ASSESSMENT,
                    2,
                    new Seed("guannan-2018-r1"),
                    SeedOrigin.PRODUCT,
                    2,
                    new Sha256("261e197e1c568a66675c1eb0972d21f17f56a9e122f49e80bded6a9dea07a648"),
                    List.of(
                            new Exclusion(Guannan.inspector(1), ExclusionReason.SAME_TOWNSHIP),
                            new Exclusion(Guannan.inspector(3), ExclusionReason.SAME_SCHOOL)),
                    List.of(Guannan.inspector(2), Guannan.inspector(4), Guannan.inspector(5)),
                    List.of(
                            new Load(Guannan.inspector(2), 3),
                            new Load(Guannan.inspector(4), 1),
                            new Load(Guannan.inspector(5), 1)),
                    List.of(Guannan.inspector(5), Guannan.inspector(4)),
                    Guannan.inspector(5),
                    new Reason("一名考评员临时公出"),
                    Guannan.at("2018-04-02T09:00")),
            new AssessmentEvent.ReviewOpened(
                    Guannan.ASSESSMENT,
                    1,
                    2,
                    List.of(Guannan.inspector(5), Guannan.inspector(4)),
                    Guannan.inspector(5),
                    Guannan.at("2018-04-10T00:00").atZone(Guannan.SHANGHAI).toLocalDate(),
                    Guannan.at("2018-04-03T09:00")),
            new AssessmentEvent.ItemScored(
                    Guannan.ASSESSMENT,
                    1,
                    Guannan.item(3),
                    DEDUCTIONS,
                    MEASUREMENTS,
                    NOT_APPLICABLE,
                    new Points("5"),
                    new Points("1.5"),
                    new Reason("复核：回放分辨率重新测量"),
                    Guannan.inspector(5),
                    Guannan.at("2018-04-10T09:35"),
                    Guannan.at("2018-04-10T18:02:11.123456")),
            new AssessmentEvent.ReviewSigned(
                    Guannan.ASSESSMENT,
                    1,
                    Guannan.inspector(5),
                    new Opinion("值班制度落实较好；\n图像清晰度有待提高。"),
                    Guannan.at("2018-04-11T09:00")),
            new AssessmentEvent.GradeAssigned(
                    Guannan.ASSESSMENT,
                    1,
                    Guannan.STANDARD.standardId(),
                    sheet().categoryTotals(),
                    new Points("96.5"),
                    sheet().grade(),
                    new Opinion("同意认定为一级达标。"),
                    new PersonName("陈余山"),
                    Guannan.at("2018-04-16T10:00")),
            new AssessmentEvent.InspectorReplaced(
                    Guannan.ASSESSMENT,
                    1,
                    Guannan.inspector(5),
                    Guannan.inspector(8),
                    Guannan.inspector(8),
                    3,
                    new Seed("guannan-2018-r1-b"),
                    SeedOrigin.CALLER,
                    new Sha256("261e197e1c568a66675c1eb0972d21f17f56a9e122f49e80bded6a9dea07a648"),
                    List.of(
                            new Exclusion(Guannan.inspector(4), ExclusionReason.IN_ROUND),
                            new Exclusion(Guannan.inspector(5), ExclusionReason.IN_ROUND)),
                    List.of(Guannan.inspector(2), Guannan.inspector(8)),
                    List.of(new Load(Guannan.inspector(2), 2), new Load(Guannan.inspector(8), 0)),
                    new Reason("该考评员因病住院"),
                    Guannan.at("2018-04-10T12:30")),
            new AssessmentEvent.ScoreCorrected(
                    Guannan.ASSESSMENT,
                    1,
                    Guannan.item(3),
                    DEDUCTIONS,
                    MEASUREMENTS,
                    NOT_APPLICABLE,
                    new Points("0.5"),
                    new Points("1.5"),
                    new Reason("经复测，图像质量符合要求"),
                    new AppealId("a1"),
                    new Authority("灌教复〔2018〕3号"),
                    Guannan.at("2018-04-25T15:00")),
            new AssessmentEvent.GradeRevised(
                    Guannan.ASSESSMENT,
                    1,
                    Guannan.STANDARD.standardId(),
                    sheet().categoryTotals(),
                    new Points("89.5"),
                    Grade.LEVEL_2,
                    new Points("93"),
                    Grade.LEVEL_1,
                    new AppealId("a1"),
                    new Authority("灌教复〔2018〕3号"),
                    Guannan.at("2018-04-25T15:00")),
            new AssessmentEvent.NotAttainedDetermined(
                    Guannan.ASSESSMENT,
                    Ground.SLOW_PROGRESS,
                    new Reason("两次催办后仍未动工"),
                    Guannan.at("2018-05-15T09:00")),
            new AssessmentEvent.DeterminationRevoked(
                    Guannan.ASSESSMENT,
                    new AppealId("a2"),
                    new Reason("施工合同早于认定签订，进度证据充分"),
                    Guannan.at("2018-05-28T09:00")),
            new AssessmentEvent.RectificationOrdered(
                    Guannan.ASSESSMENT,
                    new OrderId("r1"),
                    1,
                    List.of(Guannan.item(1), Guannan.item(4)),
                    List.of(new Hazard("监控室内存放易燃物品")),
                    LocalDate.of(2018, 5, 10),
                    Guannan.at("2018-04-17T09:00")),
            new AssessmentEvent.RectificationReported(
                    Guannan.ASSESSMENT,
                    new OrderId("r1"),
                    new Statement("易燃物品已清出；\n录像保存时间已延长至三十天。"),
                    List.of(new Evidence(
                            new Sha256("c".repeat(64)),
                            new FileName("整改后.jpg"),
                            Guannan.at("2018-05-08T10:00"),
                            new Title("监控室"))),
                    Guannan.at("2018-05-09T09:00")),
            new AssessmentEvent.RectificationVerified(
                    Guannan.ASSESSMENT, new OrderId("r1"), new Reason("现场核实无误"), Guannan.at("2018-05-11T09:00")),
            new AssessmentEvent.RectificationSentBack(
                    Guannan.ASSESSMENT,
                    new OrderId("r1"),
                    new Reason("录像仍只保存二十天"),
                    LocalDate.of(2018, 5, 20),
                    Guannan.at("2018-05-11T09:00")),
            new AssessmentEvent.RectificationOverdue(
                    Guannan.ASSESSMENT, new OrderId("r1"), LocalDate.of(2018, 5, 10), Guannan.at("2018-05-11T00:00")),
            new AssessmentEvent.AppealLodged(
                    Guannan.ASSESSMENT,
                    new AppealId("a1"),
                    1,
                    List.of(Guannan.item(3)),
                    false,
                    new Statement("检测时设备正在升级，请予复测。"),
                    List.of(new Evidence(new Sha256("d".repeat(64)), new FileName("升级记录.pdf"), Guannan.at("2018-04-10T08:00"), new Title("监控室"))),
                    Guannan.at("2018-04-20T09:00")),
            new AssessmentEvent.AppealDecided(
                    Guannan.ASSESSMENT,
                    new AppealId("a1"),
                    AppealOutcome.PARTLY_UPHELD,
                    new Reason("经复测，图像质量符合要求"),
                    Guannan.at("2018-04-25T15:00")),
            new AssessmentEvent.AppealWindowClosed(
                    Guannan.ASSESSMENT,
                    Contested.GRADE,
                    Guannan.at("2018-04-16T10:00"),
                    LocalDate.of(2018, 5, 1),
                    Guannan.at("2018-05-02T00:00")),
            new AssessmentEvent.MeasureIssued(
                    Guannan.ASSESSMENT,
                    new MeasureId("m1"),
                    MeasureKind.INTERVIEW,
                    new Reason("安全隐患较多，整改不积极"),
                    new Summons(
                            Guannan.at("2018-05-22T09:00"),
                            new Title("县教育局三楼会议室"),
                            List.of(new PersonName("王志强"), new PersonName("李秀英"))),
                    Guannan.at("2018-05-18T09:00")),
            new AssessmentEvent.InterviewHeld(
                    Guannan.ASSESSMENT,
                    new MeasureId("m1"),
                    new Statement("校长承认重视不够，承诺限期整改。"),
                    Guannan.at("2018-05-22T09:00"),
                    List.of(new Commitment(new Reason("六月底前完成机房改造"), LocalDate.of(2018, 6, 30))),
                    Guannan.at("2018-05-22T16:00")),
            new AssessmentEvent.CommitmentFulfilled(
                    Guannan.ASSESSMENT, new MeasureId("m1"), 1, new Reason("机房改造已验收"), Guannan.at("2018-06-28T10:00")),
            new AssessmentEvent.MeasureWithdrawn(
                    Guannan.ASSESSMENT,
                    new MeasureId("m2"),
                    new Reason("整改已全部完成"),
                    Guannan.at("2018-12-20T10:00")),
            new EvidenceEvent.EvidenceStored(
                    Guannan.ASSESSMENT,
                    new Sha256("3b4c".repeat(16)),
                    new FileName("东门2号摄像头.jpg"),
                    new MediaType("image/jpeg"),
                    new ByteCount(2_411_724),
                    Guannan.at("2018-04-10T09:31:07.125"),
                    new Title("监控中心，东门 2 号画面"),
                    Guannan.at("2018-04-10T18:03:00.000001")),
            new SchoolEvent.SchoolUpdated(
                    Guannan.SCHOOL,
                    Guannan.schoolFacts(),
                    Guannan.renamed(),
                    new Reason("县编办批复更名，校长轮岗"),
                    Guannan.at("2018-08-20T09:00")),
            new SchoolEvent.SchoolMerged(
                    Guannan.SCHOOL,
                    new SchoolCode("2132072402"),
                    new Reason("灌政办发〔2018〕66号：布局调整"),
                    Guannan.at("2019-07-01T09:00")),
            new SchoolEvent.SchoolClosed(
                    Guannan.SCHOOL, new Reason("生源不足，撤销办学点"), Guannan.at("2019-07-01T10:00")),
            new SchoolEvent.SchoolPersonErased(
                    Guannan.SCHOOL,
                    new PersonId("0198e7c6-4f0e-7d3a-9a51-3f2b8c6d7e10"),
                    new Reason("本人书面申请，考评档案保存期满"),
                    Guannan.at("2028-07-01T09:00")),
            new InspectorEvent.InspectorPersonErased(
                    new InspectorId("i-07"),
                    Guannan.BUREAU,
                    new PersonId("0198e7c6-4f0e-7d3a-9a51-3f2b8c6d7e11"),
                    new Reason("已调离，本人书面申请"),
                    Guannan.at("2028-07-01T09:10")),
            new CampaignEvent.CampaignPersonErased(
                    Guannan.CAMPAIGN,
                    new PersonId("0198e7c6-4f0e-7d3a-9a51-3f2b8c6d7e12"),
                    new Reason("已退休，本人书面申请"),
                    Guannan.at("2028-07-01T09:20")));

    private EventExamples() {}

    /** The first example of this kind. */
    public static <E> E of(Class<E> type) {
        return ALL.stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    static InspectorEvent.InspectorRegistered inspectorRegistered(int number) {
        var inspector = Guannan.inspector(number, "堆沟港镇", "2132072402");
        return new InspectorEvent.InspectorRegistered(
                inspector.inspectorId(),
                inspector.bureau(),
                inspector.name(),
                inspector.township(),
                inspector.worksAt(),
                Guannan.at("2018-03-10T10:20"));
    }

    private static AssessmentEvent.SelfAssessed selfAssessed() {
        return new AssessmentEvent.SelfAssessed(
                Guannan.ASSESSMENT,
                findings(),
                sheet().items(),
                sheet().total(),
                new Points("70"),
                true,
                Guannan.at("2018-03-22T15:00"));
    }

    private static Scoresheet sheet() {
        return Scoresheet.of(Guannan.STANDARD, findings());
    }

    private static List<ItemFindings> findings() {
        List<ItemFindings> all = Findings.allFine(Findings.at(2).notApplicable("2.5"));
        all.set(2, new ItemFindings(Guannan.item(3), DEDUCTIONS, MEASUREMENTS, List.of()));
        return all;
    }

    private static MeasuredValue figure(String figure) {
        return new MeasuredValue(new BigDecimal(figure));
    }
}
