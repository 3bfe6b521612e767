package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.Guannan.ASSESSMENT;
import static cn.dabiao.command.assessment.Guannan.BETTER_PLAN;
import static cn.dabiao.command.assessment.Guannan.CAMPAIGN;
import static cn.dabiao.command.assessment.Guannan.NOW;
import static cn.dabiao.command.assessment.Guannan.OPINION;
import static cn.dabiao.command.assessment.Guannan.REASON;
import static cn.dabiao.command.assessment.Guannan.ROSTER;
import static cn.dabiao.command.assessment.Guannan.SCHOOL;
import static cn.dabiao.command.assessment.Guannan.SEALER;
import static cn.dabiao.command.assessment.Guannan.STANDARD;
import static cn.dabiao.command.assessment.Guannan.VISIT;

import java.time.LocalDate;

import cn.dabiao.command.Request;
import cn.dabiao.command.assessment.AssessmentCommand.AcceptApplication;
import cn.dabiao.command.assessment.AssessmentCommand.Apply;
import cn.dabiao.command.assessment.AssessmentCommand.AssignGrade;
import cn.dabiao.command.assessment.AssessmentCommand.DrawInspectors;
import cn.dabiao.command.assessment.AssessmentCommand.OpenReview;
import cn.dabiao.command.assessment.AssessmentCommand.ReplacePlan;
import cn.dabiao.command.assessment.AssessmentCommand.ReturnApplication;
import cn.dabiao.command.assessment.AssessmentCommand.ScoreItem;
import cn.dabiao.command.assessment.AssessmentCommand.SelfAssess;
import cn.dabiao.command.assessment.AssessmentCommand.SignReview;
import cn.dabiao.command.assessment.AssessmentCommand.WithdrawApplication;
import cn.dabiao.domain.assessment.Action;
import cn.dabiao.domain.assessment.Loads;
import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.assessment.SeedOrigin;
import cn.dabiao.domain.people.Actor;

/** For each action the command that does it, and who may: a new action does not compile until it has both. */
final class EveryCommand {

    private EveryCommand() {}

    static AssessmentCommand that(Action action, Request request) {
        return switch (action) {
            case FILE_PLAN -> new ReplacePlan(ASSESSMENT, CAMPAIGN, STANDARD, BETTER_PLAN, request);
            case SELF_ASSESS -> new SelfAssess(ASSESSMENT, STANDARD, Found.totalling(88), request);
            case APPLY -> new Apply(
                    ASSESSMENT, STANDARD, LocalDate.of(2018, 3, 24), SEALER, SCHOOL, CAMPAIGN.zone(), request);
            case WITHDRAW_APPLICATION -> new WithdrawApplication(ASSESSMENT, STANDARD, REASON, request);
            case ACCEPT_APPLICATION -> new AcceptApplication(ASSESSMENT, STANDARD, null, request);
            case RETURN_APPLICATION -> new ReturnApplication(ASSESSMENT, STANDARD, REASON, request);
            case DRAW_INSPECTORS -> new DrawInspectors(
                    ASSESSMENT, STANDARD, 2, new Seed("again"), SeedOrigin.CALLER, ROSTER, Loads.NONE, SCHOOL, REASON, request);
            case OPEN_REVIEW -> new OpenReview(ASSESSMENT, STANDARD, VISIT, CAMPAIGN.zone(), ROSTER, request);
            case SCORE_ITEM -> new ScoreItem(
                    ASSESSMENT, STANDARD, 1, Found.nothingAt(1), null, null, CAMPAIGN.zone(), request);
            case SIGN_REVIEW -> new SignReview(ASSESSMENT, STANDARD, 1, OPINION, request);
            case ASSIGN_GRADE -> new AssignGrade(ASSESSMENT, STANDARD, 1, OPINION, SEALER, null, request);
        };
    }

    static AssessmentCommand that(Action action, Actor by, String tag) {
        return that(action, Guannan.by(by, NOW, tag));
    }

    static Actor whoMay(Action action) {
        return switch (action) {
            case FILE_PLAN, SELF_ASSESS, APPLY, WITHDRAW_APPLICATION -> Guannan.PRINCIPAL;
            case ACCEPT_APPLICATION, RETURN_APPLICATION, DRAW_INSPECTORS, OPEN_REVIEW, ASSIGN_GRADE ->
                Guannan.OFFICE;
            case SCORE_ITEM, SIGN_REVIEW -> Guannan.as(Guannan.LEAD);
        };
    }
}
