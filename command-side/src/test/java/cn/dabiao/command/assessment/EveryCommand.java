package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.BETTER_PLAN;
import static cn.dabiao.command.assessment.Guannan.LEAD;
import static cn.dabiao.command.assessment.Guannan.NOW;
import static cn.dabiao.command.assessment.Guannan.OPINION;
import static cn.dabiao.command.assessment.Guannan.REASON;
import static cn.dabiao.command.assessment.Guannan.ROSTER;
import static cn.dabiao.command.assessment.Guannan.SCHOOL;
import static cn.dabiao.command.assessment.Guannan.SEALER;
import static cn.dabiao.command.assessment.Guannan.TERMS;
import static cn.dabiao.command.assessment.Guannan.VISIT;

import java.time.LocalDate;
import java.util.List;

import cn.dabiao.command.Request;
import cn.dabiao.command.assessment.AftermathCommand.ConfirmCommitment;
import cn.dabiao.command.assessment.AftermathCommand.CorrectScore;
import cn.dabiao.command.assessment.AftermathCommand.DecideAppeal;
import cn.dabiao.command.assessment.AftermathCommand.DetermineNotAttained;
import cn.dabiao.command.assessment.AftermathCommand.IssueMeasure;
import cn.dabiao.command.assessment.AftermathCommand.LodgeAppeal;
import cn.dabiao.command.assessment.AftermathCommand.OrderRectification;
import cn.dabiao.command.assessment.AftermathCommand.RecordMinutes;
import cn.dabiao.command.assessment.AftermathCommand.ReportRectification;
import cn.dabiao.command.assessment.AftermathCommand.VerifyRectification;
import cn.dabiao.command.assessment.AftermathCommand.WithdrawMeasure;
import cn.dabiao.command.assessment.AssessmentCommand.AcceptApplication;
import cn.dabiao.command.assessment.AssessmentCommand.Apply;
import cn.dabiao.command.assessment.AssessmentCommand.AssignGrade;
import cn.dabiao.command.assessment.AssessmentCommand.DrawInspectors;
import cn.dabiao.command.assessment.AssessmentCommand.OpenReview;
import cn.dabiao.command.assessment.AssessmentCommand.ReplaceInspector;
import cn.dabiao.command.assessment.AssessmentCommand.ReplacePlan;
import cn.dabiao.command.assessment.AssessmentCommand.ReturnApplication;
import cn.dabiao.command.assessment.AssessmentCommand.ScoreItem;
import cn.dabiao.command.assessment.AssessmentCommand.SelfAssess;
import cn.dabiao.command.assessment.AssessmentCommand.SignReview;
import cn.dabiao.command.assessment.AssessmentCommand.WithdrawApplication;
import cn.dabiao.domain.appeal.AppealDecision;
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.assessment.Loads;
import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.assessment.SeedOrigin;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.rectification.VerificationOutcome;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.Statement;

/** For each action the command that does it, and who may: a new action does not compile until it has both. */
final class EveryCommand {

    private EveryCommand() {}

    static AssessmentCommand that(Action action, Request request) {
        return switch (action) {
            case FILE_PLAN -> new ReplacePlan(ASSESSMENT, TERMS, BETTER_PLAN, request);
            case SELF_ASSESS -> new SelfAssess(ASSESSMENT, TERMS, Found.totalling(88), request);
            case APPLY -> new Apply(
                    ASSESSMENT, TERMS, LocalDate.of(2018, 3, 24), SEALER, SCHOOL, request);
            case WITHDRAW_APPLICATION -> new WithdrawApplication(ASSESSMENT, TERMS, REASON, request);
            case ACCEPT_APPLICATION -> new AcceptApplication(ASSESSMENT, TERMS, null, request);
            case RETURN_APPLICATION -> new ReturnApplication(ASSESSMENT, TERMS, REASON, request);
            case DRAW_INSPECTORS -> new DrawInspectors(
                    ASSESSMENT, TERMS, 2, new Seed("again"), SeedOrigin.CALLER, ROSTER, Loads.NONE, SCHOOL, REASON, request);
            case OPEN_REVIEW -> new OpenReview(ASSESSMENT, TERMS, VISIT, ROSTER, request);
            case SCORE_ITEM -> new ScoreItem(
                    ASSESSMENT, TERMS, 1, Found.nothingAt(1), null, null, request);
            case SIGN_REVIEW -> new SignReview(ASSESSMENT, TERMS, 1, OPINION, request);
            case REPLACE_INSPECTOR -> new ReplaceInspector(
                    ASSESSMENT, TERMS, 1, LEAD, new Seed("instead"), SeedOrigin.CALLER, ROSTER, Loads.NONE, SCHOOL, REASON,
                    request);
            case CORRECT_SCORE -> new CorrectScore(
                    ASSESSMENT, TERMS, new ItemNo(1), List.of(), REASON, new Authority("灌教复〔2018〕3号"), request);
            case DETERMINE_NOT_ATTAINED -> new DetermineNotAttained(
                    ASSESSMENT, TERMS, Ground.SLOW_PROGRESS, REASON, request);
            case ORDER_RECTIFICATION -> new OrderRectification(
                    ASSESSMENT, TERMS, new OrderId("r9"), List.of(new ItemNo(1)), List.of(), LocalDate.of(2018, 5, 10),
                    request);
            case REPORT_RECTIFICATION -> new ReportRectification(
                    ASSESSMENT, TERMS, new OrderId("r1"), new Statement("已整改。"), List.of(), request);
            case VERIFY_RECTIFICATION -> new VerifyRectification(
                    ASSESSMENT, TERMS, new OrderId("r1"), VerificationOutcome.VERIFIED, null, null, request);
            case APPEAL -> new LodgeAppeal(
                    ASSESSMENT, TERMS, new AppealId("a9"), List.of(), true, new Statement("请予复核。"),
                    List.of(), request);
            case DECIDE_APPEAL -> new DecideAppeal(
                    ASSESSMENT, TERMS, new AppealId("a1"), new AppealDecision(AppealOutcome.DISMISSED, List.of()), REASON,
                    request);
            case ISSUE_MEASURE -> new IssueMeasure(
                    ASSESSMENT, TERMS, new MeasureId("m9"), MeasureKind.NOTICE_LETTER, REASON, null, request);
            case RECORD_MINUTES -> new RecordMinutes(
                    ASSESSMENT, TERMS, new MeasureId("m1"), new Statement("校长承诺整改。"), NOW, List.of(), request);
            case CONFIRM_COMMITMENT -> new ConfirmCommitment(
                    ASSESSMENT, TERMS, new MeasureId("m1"), 1, REASON, request);
            case WITHDRAW_MEASURE -> new WithdrawMeasure(ASSESSMENT, TERMS, new MeasureId("m1"), REASON, request);
            case ASSIGN_GRADE -> new AssignGrade(ASSESSMENT, TERMS, 1, OPINION, SEALER, null, request);
        };
    }

    static AssessmentCommand that(Action action, Actor by, String tag) {
        return that(action, Guannan.by(by, NOW, tag));
    }

    static Actor whoMay(Action action) {
        return switch (action) {
            case FILE_PLAN, SELF_ASSESS, APPLY, WITHDRAW_APPLICATION, REPORT_RECTIFICATION, APPEAL -> Guannan.PRINCIPAL;
            case ACCEPT_APPLICATION, RETURN_APPLICATION, DRAW_INSPECTORS, OPEN_REVIEW, REPLACE_INSPECTOR, ASSIGN_GRADE,
                    CORRECT_SCORE, ORDER_RECTIFICATION, VERIFY_RECTIFICATION, ISSUE_MEASURE, RECORD_MINUTES,
                    CONFIRM_COMMITMENT -> Guannan.OFFICE;
            case DETERMINE_NOT_ATTAINED, DECIDE_APPEAL, WITHDRAW_MEASURE -> Guannan.LEADER;
            case SCORE_ITEM, SIGN_REVIEW -> Guannan.as(Guannan.LEAD);
        };
    }
}
