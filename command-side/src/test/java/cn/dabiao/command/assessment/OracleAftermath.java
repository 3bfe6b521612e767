package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.OracleBook.day;
import static cn.dabiao.command.assessment.Verdict.first;
import static cn.dabiao.command.assessment.Verdict.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import cn.dabiao.command.assessment.AftermathCommand.ConfirmCommitment;
import cn.dabiao.command.assessment.AftermathCommand.CorrectScore;
import cn.dabiao.command.assessment.AftermathCommand.DecideAppeal;
import cn.dabiao.command.assessment.AftermathCommand.IssueMeasure;
import cn.dabiao.command.assessment.AftermathCommand.LodgeAppeal;
import cn.dabiao.command.assessment.AftermathCommand.RecordMinutes;
import cn.dabiao.command.assessment.AftermathCommand.ReportRectification;
import cn.dabiao.command.assessment.AftermathCommand.VerifyRectification;
import cn.dabiao.command.assessment.AftermathCommand.WithdrawMeasure;
import cn.dabiao.command.assessment.OracleBook.Contest;
import cn.dabiao.command.assessment.OracleBook.Order;
import cn.dabiao.command.assessment.OracleBook.Pressure;
import cn.dabiao.domain.appeal.AppealDecision.NewDeductions;
import cn.dabiao.domain.measure.MeasureKind;
import cn.dabiao.domain.standard.ItemNo;

/** What RULES.md §4.7 to §4.11 say of corrections, orders, appeals and measures, each by itself. */
final class OracleAftermath {

    private static final int APPEAL_DAYS = 15;

    private OracleAftermath() {}

    static String correction(OracleBook book, CorrectScore command) {
        if (book.correctable() == 0) {
            return "NothingToCorrect";
        }
        OracleFindings before = book.rounds.get(book.correctable() - 1).items.get(command.itemNo().value());
        return before == null ? "UnknownItem" : before.corrected(command.deductions()).fault();
    }

    static String report(OracleBook book, ReportRectification command) {
        Order order = book.orders.get(command.orderId().value());
        return first(
                when(book.orders.values().stream().noneMatch(Order::awaitsReport), "NothingToRectify"),
                when(order == null, "NotFound"),
                when(order != null && !order.awaitsReport(), "RectificationNotDue"));
    }

    static String verification(OracleBook book, VerifyRectification command) {
        Order order = book.orders.get(command.orderId().value());
        boolean back = command.outcome().name().equals("SENT_BACK");
        LocalDate next = command.newDueOn();
        return first(
                when(book.orders.values().stream().noneMatch(it -> it.standing.equals("REPORTED")), "NothingReported"),
                when(order == null, "NotFound"),
                when(order != null && !order.standing.equals("REPORTED"), "RectificationNotDue"),
                when(back && (command.reason() == null || next == null), "SendingBackIncomplete"),
                back && next != null ? due(next, command) : "");
    }

    static String appeal(OracleBook book, LodgeAppeal command) {
        Map<String, Instant> contestable = contestable(book);
        Set<Integer> items = command.items().stream().map(ItemNo::value).collect(Collectors.toSet());
        boolean anyOpen = contestable.values().stream().anyMatch(since -> isOpen(since, command));
        return first(
                when(contestable.isEmpty(), "NothingToContest"),
                when(!anyOpen, "AppealWindowOver"),
                when(book.appeals.containsKey(command.appealId().value()), "AlreadyExists"),
                when(items.isEmpty() && !command.contestsDetermination(), "AppealNamesNothing"),
                items.isEmpty() ? "" : contest(contestable.get("GRADE"), command, appealed(book, items)),
                command.contestsDetermination()
                        ? contest(contestable.get("DETERMINATION"), command, appealed(book))
                        : "");
    }

    private static String contest(@Nullable Instant since, LodgeAppeal command, List<Instant> earlier) {
        if (since == null) {
            return "NothingToContest";
        }
        boolean grade = !command.items().isEmpty();
        return first(
                when(!isOpen(since, command), "AppealWindowOver"),
                when(grade && command.items().stream().anyMatch(it -> it.value() > OracleFindings.ITEMS), "UnknownItem"),
                when(earlier.stream().anyMatch(it -> !it.isBefore(since)), "AlreadyAppealed"));
    }

    private static List<Instant> appealed(OracleBook book, Set<Integer> items) {
        return book.appeals.values().stream()
                .filter(it -> it.items.stream().anyMatch(items::contains))
                .map(it -> it.lodgedAt)
                .toList();
    }

    private static List<Instant> appealed(OracleBook book) {
        return book.appeals.values().stream()
                .filter(it -> it.determination)
                .map(it -> it.lodgedAt)
                .toList();
    }

    static String decision(OracleBook book, DecideAppeal command) {
        if (book.openAppeals().isEmpty()) {
            return "NoOpenAppeal";
        }
        var decider = command.request().actor().inspector();
        if (decider != null && book.rounds.stream().anyMatch(it -> it.everInspected.contains(decider.value()))) {
            return "DeciderTookPart";
        }
        Contest appeal = book.appeals.get(command.appealId().value());
        if (appeal == null) {
            return "NotFound";
        }
        List<Integer> changed = command.decision().items().stream()
                .map(it -> it.itemNo().value())
                .toList();
        return first(
                when(!appeal.open(), "AppealAlreadyDecided"),
                when(!fits(appeal, command.decision().outcome().name(), changed), "DecisionDoesNotFit"),
                when(!appeal.items.containsAll(changed), "ItemsNotContested"),
                appeal.open() && appeal.items.containsAll(changed) ? changes(book, appeal, command) : "");
    }

    private static boolean fits(Contest appeal, String outcome, List<Integer> changed) {
        if (new HashSet<>(changed).size() < changed.size()) {
            return false;
        }
        if (outcome.equals("DISMISSED")) {
            return changed.isEmpty();
        }
        return appeal.items.isEmpty() ? outcome.equals("UPHELD") : !changed.isEmpty();
    }

    private static String changes(OracleBook book, Contest appeal, DecideAppeal command) {
        for (NewDeductions change : command.decision().items()) {
            OracleFindings before =
                    Objects.requireNonNull(book.rounds.get(appeal.round - 1).items.get(change.itemNo().value()));
            OracleFindings after = before.corrected(change.deductions());
            String fault = first(after.fault(), when(after.score() < before.score(), "AppealWorsens"));
            if (!fault.isEmpty()) {
                return fault;
            }
        }
        return "";
    }

    static String measure(OracleBook book, IssueMeasure command) {
        int weight = weight(command.kind());
        boolean heavier = book.measures.values().stream().allMatch(it -> it.weight < weight);
        return first(
                when(book.measures.containsKey(command.measureId().value()), "AlreadyExists"),
                when((weight == 2) != (command.summons() != null), "SummonsMisplaced"),
                when(command.reason() == null && heavier, "MeasureNeedsReason"));
    }

    static String minutes(OracleBook book, RecordMinutes command) {
        if (book.measures.values().stream().noneMatch(Pressure::awaitsMinutes)) {
            return "NoInterviewToRecord";
        }
        Pressure measure = book.measures.get(command.measureId().value());
        if (measure == null) {
            return "NotFound";
        }
        if (!measure.awaitsMinutes()) {
            return "NotAwaitingMinutes";
        }
        Instant held = command.heldAt() == null ? Objects.requireNonNull(measure.summonedFor) : command.heldAt();
        return first(
                when(held.isAfter(command.request().at()), "HeldInFuture"),
                first(command.commitments().stream().map(it -> due(it.dueOn(), command)).toArray(String[]::new)));
    }

    static String commitment(OracleBook book, ConfirmCommitment command) {
        if (book.measures.values().stream().noneMatch(Pressure::hasOpenCommitment)) {
            return "NoOpenCommitment";
        }
        Pressure measure = book.measures.get(command.measureId().value());
        int no = command.commitmentNo();
        if (measure == null || no < 1 || no > measure.commitments) {
            return "NotFound";
        }
        return when(measure.kept.contains(no), "CommitmentConfirmed");
    }

    static String withdrawal(OracleBook book, WithdrawMeasure command) {
        Pressure measure = book.measures.get(command.measureId().value());
        return first(
                when(book.measures.values().stream().allMatch(it -> it.withdrawn), "NoStandingMeasure"),
                when(measure == null, "NotFound"),
                when(measure != null && measure.withdrawn, "MeasureNotStanding"));
    }

    private static Map<String, Instant> contestable(OracleBook book) {
        Map<String, Instant> since = new HashMap<>();
        if (book.gradedRound > 0) {
            since.put("GRADE", book.gradeContestableSince);
        }
        if (book.determinedAt != null) {
            since.put("DETERMINATION", book.determinedAt);
        }
        return since;
    }

    private static boolean isOpen(Instant since, AssessmentCommand command) {
        return !day(command.request().at()).isAfter(day(since).plusDays(APPEAL_DAYS));
    }

    static int weight(MeasureKind kind) {
        return switch (kind) {
            case NOTICE_LETTER -> 1;
            case INTERVIEW -> 2;
            case CIRCULAR_CRITICISM -> 3;
        };
    }

    static String due(LocalDate dueOn, AssessmentCommand command) {
        LocalDate today = day(command.request().at());
        return when(dueOn.isBefore(today) || dueOn.isAfter(today.plusDays(366)), "DueDateImpossible");
    }
}
