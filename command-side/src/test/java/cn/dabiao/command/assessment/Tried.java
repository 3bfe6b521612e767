package cn.dabiao.command.assessment;

import java.util.List;
import java.util.stream.Collectors;

import cn.dabiao.command.assessment.AftermathCommand.ConfirmCommitment;
import cn.dabiao.command.assessment.AftermathCommand.CorrectScore;
import cn.dabiao.command.assessment.AftermathCommand.DecideAppeal;
import cn.dabiao.command.assessment.AftermathCommand.IssueMeasure;
import cn.dabiao.command.assessment.AftermathCommand.LodgeAppeal;
import cn.dabiao.command.assessment.AftermathCommand.OrderRectification;
import cn.dabiao.command.assessment.AftermathCommand.RecordMinutes;
import cn.dabiao.command.assessment.AftermathCommand.ReportRectification;
import cn.dabiao.command.assessment.AftermathCommand.VerifyRectification;
import cn.dabiao.command.assessment.AftermathCommand.WithdrawMeasure;
import cn.dabiao.command.assessment.AssessmentCommand.AssignGrade;
import cn.dabiao.command.assessment.AssessmentCommand.DrawInspectors;
import cn.dabiao.command.assessment.AssessmentCommand.OpenReview;
import cn.dabiao.command.assessment.AssessmentCommand.ReplaceInspector;
import cn.dabiao.command.assessment.AssessmentCommand.ScoreItem;
import cn.dabiao.command.assessment.AssessmentCommand.SelfAssess;
import cn.dabiao.command.assessment.AssessmentCommand.SignReview;
import cn.dabiao.command.assessment.CalendarCommand.RecordClosedWindow;
import cn.dabiao.command.assessment.CalendarCommand.RecordOverdueOrder;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.ItemFindings;

/** A command of a random life and what came of it, in words. */
record Tried(ToAssessment command, String outcome) {

    @Override
    public String toString() {
        return "%s %s, who saw %s: %s%s: %s".formatted(
                command.request().at().atZone(Guannan.ZONE).toLocalDateTime(),
                command.request().actor().subject(),
                command.request().precondition().tags(),
                command.getClass().getSimpleName(),
                details(),
                outcome.isEmpty() ? "done" : outcome);
    }

    private String details() {
        return switch (command) {
            case SelfAssess it -> " " + it.findings().stream().map(Tried::found).collect(Collectors.joining("; "));
            case DrawInspectors it -> " %d of %d inspectors".formatted(it.count(), it.roster().inspectors().size());
            case OpenReview it -> " with a visit on " + it.visitOn();
            case ScoreItem it -> " in round %d: %s".formatted(it.round(), found(it.findings()));
            case SignReview it -> " of round " + it.round();
            case ReplaceInspector it -> " %s in round %d".formatted(it.replaced(), it.round());
            case AssignGrade it -> " of round %d as %s".formatted(it.round(), it.named());
            case CorrectScore it -> " of item %s to %s".formatted(it.itemNo(), off(it.deductions()));
            case OrderRectification it -> " %s on %s, %s by %s"
                    .formatted(it.orderId(), it.items(), it.hazards(), it.dueOn());
            case ReportRectification it -> " on " + it.orderId();
            case VerifyRectification it -> " %s as %s, %s, by %s"
                    .formatted(it.orderId(), it.outcome(), it.reason(), it.newDueOn());
            case LodgeAppeal it -> " %s on items %s%s".formatted(
                    it.appealId(), it.items(), it.contestsDetermination() ? " and the determination" : "");
            case DecideAppeal it -> " %s as %s%s".formatted(it.appealId(), it.decision().outcome(), changes(it));
            case IssueMeasure it -> " %s, %s, summons %s, reason %s"
                    .formatted(it.measureId(), it.kind(), it.summons(), it.reason());
            case RecordMinutes it -> " of %s held at %s with %s".formatted(it.measureId(), it.heldAt(), it.commitments());
            case ConfirmCommitment it -> " %d of %s".formatted(it.commitmentNo(), it.measureId());
            case WithdrawMeasure it -> " " + it.measureId();
            case RecordOverdueOrder it -> " " + it.orderId();
            case RecordClosedWindow it -> " against the " + it.contested();
            default -> "";
        };
    }

    private static String changes(DecideAppeal command) {
        return command.decision().items().stream()
                .map(it -> ", item %s to %s".formatted(it.itemNo(), off(it.deductions())))
                .collect(Collectors.joining());
    }

    private static String found(ItemFindings found) {
        return "item %s %s%s%s".formatted(
                found.itemNo(),
                off(found.deductions()),
                found.measurements().isEmpty() ? "" : " measured " + found.measurements(),
                found.notApplicable().isEmpty() ? "" : " not applicable " + found.notApplicable());
    }

    private static String off(List<Deduction> deductions) {
        return deductions.isEmpty()
                ? "nothing off"
                : deductions.stream()
                        .map(it -> it.checkpoint() + " -" + it.points())
                        .collect(Collectors.joining(", "));
    }
}
