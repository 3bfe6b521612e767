package cn.dabiao.command.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import cn.dabiao.command.assessment.AftermathCommand.OrderRectification;
import cn.dabiao.command.assessment.AftermathCommand.ReportRectification;
import cn.dabiao.command.assessment.AftermathCommand.VerifyRectification;
import cn.dabiao.domain.assessment.AssessmentEvent;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationOrdered;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationReported;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationSentBack;
import cn.dabiao.domain.assessment.AssessmentEvent.RectificationVerified;
import cn.dabiao.domain.assessment.AssessmentState;
import cn.dabiao.domain.rectification.DueDate;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.rectification.RectificationOrder;
import cn.dabiao.domain.rectification.RectificationStanding;
import cn.dabiao.domain.rectification.VerificationOutcome;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Reason;

/** Orders to mend, reports on them, and what the office finds (RULES.md §4.8). */
final class Rectifications {

    private Rectifications() {}

    static RectificationOrdered ordered(AssessmentState before, OrderRectification command) {
        OrderId orderId = command.orderId();
        if (before.aftermath().order(orderId).isPresent()) {
            throw new Refusal.AlreadyExists(Thing.RECTIFICATION, orderId.value()).asException();
        }
        if (command.items().isEmpty() && command.hazards().isEmpty()) {
            throw new Refusal.OrderNamesNothing(orderId).asException();
        }
        List<ItemNo> known = command.standard().itemNos();
        command.items().stream()
                .filter(item -> !known.contains(item))
                .findFirst()
                .ifPresent(item -> new Refusal.UnknownItem(item, known.size()).raise());
        DueDate.require(command.dueOn(), command.request().at(), command.zone());
        return new RectificationOrdered(
                command.assessmentId(),
                orderId,
                Objects.requireNonNull(before.grade(), "orders follow a grade").round(),
                command.items().stream().distinct().sorted().toList(),
                command.hazards().stream().distinct().toList(),
                command.dueOn(),
                command.request().at());
    }

    static RectificationReported reported(AssessmentState before, ReportRectification command) {
        RectificationOrder order = order(before, command.orderId());
        if (!order.awaitsReport()) {
            throw new Refusal.RectificationNotDue(order.orderId(), order.standing()).asException();
        }
        return new RectificationReported(
                command.assessmentId(), order.orderId(), command.report(), command.evidence(), command.request().at());
    }

    /** An order is verified on its report and not closed twice. */
    static AssessmentEvent looked(AssessmentState before, VerifyRectification command) {
        RectificationOrder order = order(before, command.orderId());
        if (order.standing() != RectificationStanding.REPORTED) {
            throw new Refusal.RectificationNotDue(order.orderId(), order.standing()).asException();
        }
        return command.outcome() == VerificationOutcome.VERIFIED ? verified(command) : sentBack(command);
    }

    /** It cannot be taken back, so what looks like a slip is asked about. */
    private static RectificationVerified verified(VerifyRectification command) {
        if (command.newDueOn() != null) {
            throw new Refusal.VerifiedWithNewDate(command.orderId(), command.newDueOn()).asException();
        }
        return new RectificationVerified(
                command.assessmentId(), command.orderId(), command.reason(), command.request().at());
    }

    private static RectificationSentBack sentBack(VerifyRectification command) {
        Reason reason = command.reason();
        LocalDate dueOn = command.newDueOn();
        if (reason == null || dueOn == null) {
            List<String> missing = new ArrayList<>();
            if (reason == null) {
                missing.add("reason");
            }
            if (dueOn == null) {
                missing.add("newDueOn");
            }
            throw new Refusal.SendingBackIncomplete(command.orderId(), missing).asException();
        }
        DueDate.require(dueOn, command.request().at(), command.zone());
        return new RectificationSentBack(
                command.assessmentId(), command.orderId(), reason, dueOn, command.request().at());
    }

    private static RectificationOrder order(AssessmentState before, OrderId orderId) {
        return before.aftermath()
                .order(orderId)
                .orElseThrow(() -> new Refusal.NotFound(Thing.RECTIFICATION, orderId.value()).asException());
    }
}
