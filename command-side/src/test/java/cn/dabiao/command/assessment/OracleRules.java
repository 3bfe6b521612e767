package cn.dabiao.command.assessment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import cn.dabiao.command.assessment.AssessmentCommand.AssignGrade;
import cn.dabiao.command.assessment.AssessmentCommand.OpenAssessment;
import cn.dabiao.command.assessment.AssessmentCommand.ReplaceInspector;
import cn.dabiao.command.assessment.AssessmentCommand.ScoreItem;
import cn.dabiao.command.assessment.AssessmentCommand.SignReview;
import cn.dabiao.domain.people.Actor;

/**
 * Who may do what, when (RULES.md §4 and §6), in the order in which a caller is told: the role, whose assessment it is,
 * membership, the round that is named, the version, the campaign, the phase; {@link OracleJudge} has the rest.
 */
final class OracleRules {

    static final Map<String, Set<String>> WHO = Map.ofEntries(
            Map.entry("ReplacePlan", Set.of("SCHOOL")),
            Map.entry("SelfAssess", Set.of("SCHOOL")),
            Map.entry("Apply", Set.of("SCHOOL")),
            Map.entry("WithdrawApplication", Set.of("SCHOOL")),
            Map.entry("ReportRectification", Set.of("SCHOOL")),
            Map.entry("LodgeAppeal", Set.of("SCHOOL")),
            Map.entry("ScoreItem", Set.of("INSPECTOR")),
            Map.entry("SignReview", Set.of("INSPECTOR")),
            Map.entry("AcceptApplication", Set.of("OFFICE")),
            Map.entry("ReturnApplication", Set.of("OFFICE")),
            Map.entry("DrawInspectors", Set.of("OFFICE")),
            Map.entry("OpenReview", Set.of("OFFICE")),
            Map.entry("ReplaceInspector", Set.of("OFFICE")),
            Map.entry("OrderRectification", Set.of("OFFICE")),
            Map.entry("VerifyRectification", Set.of("OFFICE")),
            Map.entry("AssignGrade", Set.of("OFFICE", "LEADER")),
            Map.entry("CorrectScore", Set.of("OFFICE", "LEADER")),
            Map.entry("IssueMeasure", Set.of("OFFICE", "LEADER")),
            Map.entry("RecordMinutes", Set.of("OFFICE", "LEADER")),
            Map.entry("ConfirmCommitment", Set.of("OFFICE", "LEADER")),
            Map.entry("DetermineNotAttained", Set.of("LEADER")),
            Map.entry("DecideAppeal", Set.of("LEADER")),
            Map.entry("WithdrawMeasure", Set.of("LEADER")));

    /** What is possible in some phases only; all else is possible always. */
    private static final Map<String, Set<String>> WHEN = Map.ofEntries(
            Map.entry("ReplacePlan", Set.of("PLANNED", "SELF_ASSESSED", "RETURNED", "WITHDRAWN")),
            Map.entry("SelfAssess", Set.of("PLANNED", "SELF_ASSESSED", "RETURNED", "WITHDRAWN")),
            Map.entry("Apply", Set.of("SELF_ASSESSED", "RETURNED", "WITHDRAWN")),
            Map.entry("WithdrawApplication", Set.of("APPLIED", "ACCEPTED")),
            Map.entry("AcceptApplication", Set.of("APPLIED")),
            Map.entry("ReturnApplication", Set.of("APPLIED")),
            Map.entry("DrawInspectors", Set.of("ACCEPTED", "INSPECTORS_DRAWN", "GRADED")),
            Map.entry("OpenReview", Set.of("INSPECTORS_DRAWN")),
            Map.entry("ScoreItem", Set.of("UNDER_REVIEW")),
            Map.entry("SignReview", Set.of("UNDER_REVIEW")),
            Map.entry("ReplaceInspector", Set.of("UNDER_REVIEW")),
            Map.entry("AssignGrade", Set.of("REVIEWED")),
            Map.entry("CorrectScore", Set.of("INSPECTORS_DRAWN", "UNDER_REVIEW", "REVIEWED", "GRADED")),
            Map.entry("OrderRectification", Set.of("GRADED")),
            Map.entry("ReportRectification", Set.of("GRADED")),
            Map.entry("VerifyRectification", Set.of("GRADED")));

    /** The rights of a school and the mending of mistakes do not end with the campaign. */
    private static final Set<String> OUTLIVES = Set.of(
            "CorrectScore", "LodgeAppeal", "DecideAppeal", "RecordMinutes", "ConfirmCommitment", "WithdrawMeasure");

    private OracleRules() {}

    static String refusal(OracleBook book, AssessmentCommand command) {
        boolean closed = command.terms().campaign().closedAt() != null;
        if (command instanceof OpenAssessment) {
            return closed ? "CampaignIsClosed" : "";
        }
        String what = command.getClass().getSimpleName();
        Actor actor = command.request().actor();
        Set<String> roles = actor.roles().stream().map(Enum::name).collect(Collectors.toSet());
        if (WHO.getOrDefault(what, Set.of()).stream().noneMatch(roles::contains)) {
            return "RoleNotPermitted";
        }
        if (actor.bureau() == null || !actor.bureau().value().equals("320724")) {
            return "AnotherBureau";
        }
        if (roles.contains("SCHOOL") && (actor.school() == null || !actor.school().value().equals("2132072401"))) {
            return "AnotherSchool";
        }
        String stranger = stranger(book, command, actor);
        String round = stranger.isEmpty() ? round(book, command) : stranger;
        String version = round.isEmpty() ? version(book, command) : round;
        if (!version.isEmpty()) {
            return version;
        }
        if (closed && !OUTLIVES.contains(what)) {
            return "CampaignIsClosed";
        }
        Set<String> phases = WHEN.get(what);
        return phases == null || phases.contains(book.phase) ? "" : wrongPhase(book, what);
    }

    /** Who is not in a round learns nothing of it, not even its version. */
    private static String stranger(OracleBook book, AssessmentCommand command, Actor actor) {
        boolean member = command instanceof ScoreItem || command instanceof SignReview;
        if (!member || book.rounds.isEmpty()) {
            return "";
        }
        if (actor.inspector() == null) {
            return "RoleNotPermitted";
        }
        boolean inRound = book.lastRound().inspectors.contains(actor.inspector().value());
        return inRound ? "" : "NotInspectorOfRound";
    }

    private static String round(OracleBook book, AssessmentCommand command) {
        int named = switch (command) {
            case ScoreItem it -> it.round();
            case SignReview it -> it.round();
            case ReplaceInspector it -> it.round();
            case AssignGrade it -> it.round();
            default -> -1;
        };
        if (named == -1 || named == book.rounds.size()) {
            return named == 0 ? "WrongPhase" : "";
        }
        if (book.rounds.isEmpty()) {
            return "WrongPhase";
        }
        return named < 1 || named > book.rounds.size() ? "NotFound" : "NotCurrentRound";
    }

    private static String version(OracleBook book, AssessmentCommand command) {
        List<String> given = command.request().precondition().tags();
        if (given.isEmpty() || given.contains("*")) {
            return "VersionRequired";
        }
        boolean latest = given.contains(Integer.toString(book.version));
        boolean latestOfItem = command instanceof ScoreItem it
                && given.contains(itemTag(book, it.findings().itemNo().value()));
        return latest || latestOfItem ? "" : "StaleVersion";
    }

    static String itemTag(OracleBook book, int item) {
        int changes = book.lastRound().changes.getOrDefault(item, 0);
        return "r" + book.rounds.size() + "-i" + item + "-v" + changes;
    }

    private static String wrongPhase(OracleBook book, String what) {
        if (what.equals("AssignGrade") && book.phase.equals("UNDER_REVIEW")) {
            return "SignaturesMissing";
        }
        boolean signed = book.phase.equals("REVIEWED") || book.phase.equals("GRADED");
        boolean late = what.equals("ScoreItem") || what.equals("SignReview");
        return signed && late ? "RoundAlreadySigned" : "WrongPhase";
    }
}
