package cn.dabiao.command.assessment;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import cn.dabiao.api.assessment.AppealDecisionRequest;
import cn.dabiao.api.assessment.AppealRequest;
import cn.dabiao.api.assessment.AssessmentWritten;
import cn.dabiao.api.assessment.CorrectionRequest;
import cn.dabiao.api.assessment.DeterminationRequest;
import cn.dabiao.api.assessment.MeasureRequest;
import cn.dabiao.api.assessment.MinutesRequest;
import cn.dabiao.api.assessment.RectificationReportRequest;
import cn.dabiao.api.assessment.RectificationRequest;
import cn.dabiao.api.assessment.VerificationRequest;
import cn.dabiao.command.References;
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
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Terms;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.measure.Summons;
import cn.dabiao.domain.rectification.OrderId;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.person.Owner;
import cn.dabiao.person.Persons;

/** Puts together the commands about what follows from a review, and has them written. */
@Component
public class AftermathDesk {

    private final References references;
    private final AssessmentWriter writer;
    private final Persons persons;

    AftermathDesk(References references, AssessmentWriter writer, Persons persons) {
        this.references = references;
        this.writer = writer;
        this.persons = persons;
    }

    public AssessmentWritten correct(AssessmentId id, CorrectionRequest body, Request request) {
        return writer.write(new CorrectScore(
                id, terms(id, request), body.itemNo(), body.found(), body.reason(), body.authority(), request));
    }

    public AssessmentWritten determine(AssessmentId id, DeterminationRequest body, Request request) {
        return writer.write(
                new DetermineNotAttained(id, terms(id, request), body.ground(), body.reason(), request));
    }

    public AssessmentWritten order(AssessmentId id, RectificationRequest body, Request request) {
        return writer.write(new OrderRectification(
                id, terms(id, request), body.orderId(), body.itemNos(), body.named(), body.dueOn(), request));
    }

    public AssessmentWritten report(
            AssessmentId id, OrderId orderId, RectificationReportRequest body, Request request) {
        return writer.write(new ReportRectification(
                id, terms(id, request), orderId, body.report(), body.proofs(), request));
    }

    public AssessmentWritten verify(AssessmentId id, OrderId orderId, VerificationRequest body, Request request) {
        return writer.write(new VerifyRectification(
                id, terms(id, request), orderId, body.outcome(), body.reason(), body.newDueOn(), request));
    }

    public AssessmentWritten appeal(AssessmentId id, AppealRequest body, Request request) {
        return writer.write(new LodgeAppeal(
                id,
                terms(id, request),
                body.appealId(),
                body.itemNos(),
                body.contestsDetermination(),
                body.grounds(),
                body.proofs(),
                request));
    }

    public AssessmentWritten decide(
            AssessmentId id, AppealId appealId, AppealDecisionRequest body, Request request) {
        return writer.write(
                new DecideAppeal(id, terms(id, request), appealId, body.decision(), body.reason(), request));
    }

    public AssessmentWritten issue(AssessmentId id, MeasureRequest body, Request request) {
        Summons summons = sealed(id, body.summons());
        return writer.write(new IssueMeasure(
                id, terms(id, request), body.measureId(), body.kind(), body.reason(), summons, request));
    }

    public AssessmentWritten record(AssessmentId id, MeasureId measureId, MinutesRequest body, Request request) {
        return writer.write(new RecordMinutes(
                id, terms(id, request), measureId, body.minutes(), body.heldAt(), body.committed(), request));
    }

    public AssessmentWritten confirm(
            AssessmentId id, MeasureId measureId, int commitmentNo, Reason note, Request request) {
        return writer.write(
                new ConfirmCommitment(id, terms(id, request), measureId, commitmentNo, note, request));
    }

    public AssessmentWritten withdraw(AssessmentId id, MeasureId measureId, Reason reason, Request request) {
        return writer.write(new WithdrawMeasure(id, terms(id, request), measureId, reason, request));
    }

    private Terms terms(AssessmentId id, Request request) {
        return references.terms(id.campaignId(), request.at());
    }

    private @Nullable Summons sealed(AssessmentId id, @Nullable Summons summons) {
        return summons == null
                ? null
                : new Summons(summons.at(), summons.place(), persons.seal(Owner.of(id), summons.attendees()));
    }
}
