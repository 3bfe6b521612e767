package cn.dabiao.ledger;

import java.math.BigDecimal;
import java.util.List;

import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.ByteCount;
import cn.dabiao.domain.assessment.Document;
import cn.dabiao.domain.assessment.Draw.Exclusion;
import cn.dabiao.domain.assessment.Draw.ExclusionReason;
import cn.dabiao.domain.assessment.Draw.Load;
import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.assessment.SeedOrigin;
import cn.dabiao.domain.campaign.AppealDays;
import cn.dabiao.domain.campaign.CampaignEvent;
import cn.dabiao.domain.campaign.Weight;
import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.domain.inspector.RecusalOutcome;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.school.SchoolEvent;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.Evidence;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.MeasuredValue;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.scoring.Scoresheet;
import cn.dabiao.domain.standard.MeasureUnit;
import cn.dabiao.domain.standard.StandardEvent;
import cn.dabiao.domain.value.FileName;
import cn.dabiao.domain.value.Opinion;
import cn.dabiao.domain.value.PersonName;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Sha256;
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
                    Guannan.SCHOOL, new Reason("生源不足，撤销办学点"), Guannan.at("2019-07-01T10:00")));

    private EventExamples() {}

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
