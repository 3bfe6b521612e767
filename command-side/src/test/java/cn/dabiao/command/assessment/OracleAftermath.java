package cn.dabiao.command.assessment;

import static cn.dabiao.command.assessment.OracleBook.day;
import static cn.dabiao.command.assessment.Verdict.first;
import static cn.dabiao.command.assessment.Verdict.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

import cn.dabiao.command.assessment.AftermathCommand.ConfirmCommitment;
import cn.dabiao.command.assessment.AftermathCommand.IssueMeasure;
import cn.dabiao.command.assessment.AftermathCommand.RecordMinutes;
import cn.dabiao.command.assessment.AftermathCommand.ReportRectification;
import cn.dabiao.command.assessment.AftermathCommand.VerifyRectification;
import cn.dabiao.command.assessment.AftermathCommand.WithdrawMeasure;
import cn.dabiao.command.assessment.OracleBook.Order;
import cn.dabiao.command.assessment.OracleBook.Pressure;
import cn.dabiao.domain.measure.MeasureKind;

/** What RULES.md §4.8 and §4.11 say of orders and measures, each by itself; {@link OracleAppeals} has the appeals. */
final class OracleAftermath {

    private OracleAftermath() {}

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
                when(!back && next != null, "VerifiedWithNewDate"),
                when(back && (command.reason() == null || next == null), "SendingBackIncomplete"),
                back && next != null ? due(next, command.request().at()) : "");
    }

    static String measure(OracleBook book, IssueMeasure command) {
        int weight = weight(command.kind());
        boolean heavier = book.measures.values().stream().allMatch(it -> it.withdrawn || it.weight < weight);
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
                first(command.commitments().stream().map(it -> due(it.dueOn(), held)).toArray(String[]::new)));
    }

    static String commitment(OracleBook book, ConfirmCommitment command) {
        if (book.measures.values().stream().noneMatch(Pressure::hasOpenCommitment)) {
            return "NoOpenCommitment";
        }
        Pressure measure = book.measures.get(command.measureId().value());
        int no = command.commitmentNo();
        if (measure == null) {
            return "NotFound";
        }
        return first(
                when(measure.withdrawn, "MeasureNotStanding"),
                when(no < 1 || no > measure.commitments, "NotFound"),
                when(measure.kept.contains(no), "CommitmentConfirmed"));
    }

    static String withdrawal(OracleBook book, WithdrawMeasure command) {
        Pressure measure = book.measures.get(command.measureId().value());
        return first(
                when(book.measures.values().stream().allMatch(it -> it.withdrawn), "NoStandingMeasure"),
                when(measure == null, "NotFound"),
                when(measure != null && measure.withdrawn, "MeasureNotStanding"));
    }

    static int weight(MeasureKind kind) {
        return switch (kind) {
            case NOTICE_LETTER -> 1;
            case INTERVIEW -> 2;
            case CIRCULAR_CRITICISM -> 3;
        };
    }

    /** @param since when it was promised or ordered, however late that is written down */
    static String due(LocalDate dueOn, Instant since) {
        LocalDate first = day(since);
        return when(dueOn.isBefore(first) || dueOn.isAfter(first.plusDays(366)), "DueDateImpossible");
    }
}
