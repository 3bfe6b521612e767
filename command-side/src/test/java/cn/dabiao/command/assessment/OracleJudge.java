package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.OracleBook.day;
import static cn.dabiao.command.assessment.Verdict.first;
import static cn.dabiao.command.assessment.Verdict.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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
import cn.dabiao.command.assessment.AssessmentCommand.OpenAssessment;
import cn.dabiao.command.assessment.AssessmentCommand.OpenReview;
import cn.dabiao.command.assessment.AssessmentCommand.ReplaceInspector;
import cn.dabiao.command.assessment.AssessmentCommand.ReplacePlan;
import cn.dabiao.command.assessment.AssessmentCommand.ReturnApplication;
import cn.dabiao.command.assessment.AssessmentCommand.ScoreItem;
import cn.dabiao.command.assessment.AssessmentCommand.SelfAssess;
import cn.dabiao.command.assessment.AssessmentCommand.SignReview;
import cn.dabiao.command.assessment.AssessmentCommand.WithdrawApplication;
import cn.dabiao.command.assessment.OracleBook.Round;
import cn.dabiao.domain.assessment.Roster;
import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.scoring.ItemFindings;

/**
 * What RULES.md §4.1 to §4.6 and §4.9 say of each command by itself; {@link OracleAftermath} and {@link OracleAppeals} have the rest. Written from
 * the text: it calls none of the rules, policies and folds of the product.
 */
final class OracleJudge {

    private OracleJudge() {}

    static String refusal(OracleBook book, AssessmentCommand command) {
        String before = OracleRules.refusal(book, command);
        return before.isEmpty() ? own(book, command) : before;
    }

    private static String own(OracleBook book, AssessmentCommand command) {
        return switch (command) {
            case OpenAssessment _, ReplacePlan _, AcceptApplication _, ReturnApplication _, WithdrawApplication _ -> "";
            case SelfAssess it -> selfAssessment(it);
            case Apply it -> first(
                    when(book.selfTotal < 2 * 70, "NotQualified"),
                    when(it.declaredOn().isAfter(day(it.request().at())), "DeclaredInFuture"));
            case DrawInspectors it -> first(
                    reReview(book),
                    when(book.phase.equals("INSPECTORS_DRAWN") && it.reason() == null, "RedrawNeedsReason"),
                    when(it.count() < 2 || eligible(it.roster(), Set.of()).size() < it.count(), "NotEnoughInspectors"));
            case OpenReview it -> first(
                    reReview(book),
                    when(it.visitOn().isAfter(day(it.request().at()).plusDays(60)), "VisitTooFarAhead"),
                    when(book.drawn.stream().anyMatch(each -> isRecused(it.roster(), each)), "DrawnInspectorRecused"));
            case ScoreItem it -> scoring(book.lastRound(), it);
            case SignReview it -> signing(book.lastRound(), it);
            case ReplaceInspector it -> replacing(book.lastRound(), it);
            case AssignGrade it -> first(
                    when(!book.openAppeals().isEmpty(), "AppealsOpen"),
                    when(it.named() != null && !it.named().name().equals(OracleBook.grade(book.lastRound().total())),
                            "GradeDiffers"));
            case CorrectScore it -> OracleAppeals.correction(book, it);
            case DetermineNotAttained _ -> when(book.determinedAt != null, "AlreadyDetermined");
            case OrderRectification it -> first(
                    when(book.orders.containsKey(it.orderId().value()), "AlreadyExists"),
                    when(it.items().isEmpty() && it.hazards().isEmpty(), "OrderNamesNothing"),
                    when(it.items().stream().anyMatch(item -> item.value() > OracleFindings.ITEMS), "UnknownItem"),
                    OracleAftermath.due(it.dueOn(), it.request().at()));
            case ReportRectification it -> OracleAftermath.report(book, it);
            case VerifyRectification it -> OracleAftermath.verification(book, it);
            case LodgeAppeal it -> OracleAppeals.appeal(book, it);
            case DecideAppeal it -> OracleAppeals.decision(book, it);
            case IssueMeasure it -> OracleAftermath.measure(book, it);
            case RecordMinutes it -> OracleAftermath.minutes(book, it);
            case ConfirmCommitment it -> OracleAftermath.commitment(book, it);
            case WithdrawMeasure it -> OracleAftermath.withdrawal(book, it);
        };
    }

    private static String selfAssessment(SelfAssess command) {
        Set<Integer> seen = new HashSet<>();
        boolean repeated = false;
        for (ItemFindings each : command.findings()) {
            OracleFindings found = OracleFindings.of(each);
            if (!found.fault().isEmpty()) {
                return found.fault();
            }
            repeated |= !seen.add(found.item());
        }
        return when(repeated || seen.size() < OracleFindings.ITEMS, "ItemsIncomplete");
    }

    private static String scoring(Round round, ScoreItem command) {
        Instant at = command.scoredAt() == null ? command.request().at() : command.scoredAt();
        return first(
                when(!round.signed.isEmpty(), "RoundAlreadySigned"),
                tooEarly(round, command),
                when(at.isAfter(command.request().at()) || day(at).isBefore(round.visitOn), "ScoredAtImpossible"),
                OracleFindings.of(command.findings()).fault());
    }

    private static String signing(Round round, SignReview command) {
        return first(
                when(round.signed.contains(inspector(command)), "AlreadySigned"),
                when(round.items.size() < OracleFindings.ITEMS, "RoundIncomplete"),
                tooEarly(round, command));
    }

    /** Nobody finds or signs anything before they have been there. */
    private static String tooEarly(Round round, AssessmentCommand command) {
        return when(day(command.request().at()).isBefore(round.visitOn), "VisitNotYet");
    }

    private static String replacing(Round round, ReplaceInspector command) {
        String replaced = command.replaced().value();
        return first(
                when(!round.inspectors.contains(replaced), "NotInRound"),
                when(round.signed.contains(replaced), "AlreadySigned"),
                when(eligible(command.roster(), round.everInspected).isEmpty(), "NotEnoughInspectors"));
    }

    /** A further round needs every order verified and no appeal open. */
    private static String reReview(OracleBook book) {
        return book.gradedRound == 0
                ? ""
                : first(
                        when(!book.openOrders().isEmpty(), "RectificationsOpen"),
                        when(!book.openAppeals().isEmpty(), "AppealsOpen"));
    }

    static List<String> eligible(Roster roster, Set<String> inRound) {
        List<String> eligible = new ArrayList<>();
        for (Inspector each : roster.inspectors()) {
            boolean sameSchool = each.worksAt() != null && each.worksAt().value().equals("2132072401");
            boolean sameTownship = each.township().value().equals("新安镇");
            String id = each.inspectorId().value();
            if (!sameSchool && !sameTownship && !isRecused(roster, id) && !inRound.contains(id)) {
                eligible.add(id);
            }
        }
        return eligible;
    }

    /** A request that waits or was dismissed keeps nobody away. */
    private static boolean isRecused(Roster roster, String inspector) {
        return roster.inspectors().stream()
                .filter(it -> it.inspectorId().value().equals(inspector))
                .flatMap(it -> it.recusals().stream())
                .filter(it -> it.schoolCode().value().equals("2132072401"))
                .anyMatch(it -> Set.of("DECLARED", "UPHELD").contains(it.standing().name()));
    }

    static String inspector(AssessmentCommand command) {
        return Objects.requireNonNull(command.request().actor().inspector()).value();
    }
}
