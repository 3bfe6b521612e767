package cn.dabiao.command.assessment;

import java.time.Clock;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.assessment.AftermathWrites;
import cn.dabiao.api.assessment.AppealDecisionRequest;
import cn.dabiao.api.assessment.AppealRequest;
import cn.dabiao.api.assessment.AssessmentWritten;
import cn.dabiao.api.assessment.CorrectionRequest;
import cn.dabiao.api.assessment.DeterminationRequest;
import cn.dabiao.api.assessment.MeasureRequest;
import cn.dabiao.api.assessment.MinutesRequest;
import cn.dabiao.api.assessment.ReasonRequest;
import cn.dabiao.api.assessment.RectificationReportRequest;
import cn.dabiao.api.assessment.RectificationRequest;
import cn.dabiao.api.assessment.VerificationRequest;
import cn.dabiao.command.Request;
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.rectification.OrderId;

/** Translates the calls on what follows from a review into commands. */
@RestController
class AftermathController implements AftermathWrites {

    private final AftermathDesk desk;
    private final Clock clock;

    AftermathController(AftermathDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<AssessmentWritten> correctScore(
            AssessmentId assessmentId, CorrectionRequest request, Precondition precondition, Actor actor) {
        return ok(desk.correct(assessmentId, request, now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> determine(
            AssessmentId assessmentId, DeterminationRequest request, Precondition precondition, Actor actor) {
        return ok(desk.determine(assessmentId, request, now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> orderRectification(
            AssessmentId assessmentId, RectificationRequest request, Precondition precondition, Actor actor) {
        return ok(desk.order(assessmentId, request, now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> reportRectification(
            AssessmentId assessmentId, OrderId orderId, RectificationReportRequest request, Precondition precondition, Actor actor) {
        return ok(desk.report(assessmentId, orderId, request, now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> verifyRectification(
            AssessmentId assessmentId, OrderId orderId, VerificationRequest request, Precondition precondition, Actor actor) {
        return ok(desk.verify(assessmentId, orderId, request, now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> lodgeAppeal(
            AssessmentId assessmentId, AppealRequest request, Precondition precondition, Actor actor) {
        return ok(desk.appeal(assessmentId, request, now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> decideAppeal(
            AssessmentId assessmentId, AppealId appealId, AppealDecisionRequest request, Precondition precondition, Actor actor) {
        return ok(desk.decide(assessmentId, appealId, request, now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> issueMeasure(
            AssessmentId assessmentId, MeasureRequest request, Precondition precondition, Actor actor) {
        return ok(desk.issue(assessmentId, request, now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> recordMinutes(
            AssessmentId assessmentId, MeasureId measureId, MinutesRequest request, Precondition precondition, Actor actor) {
        return ok(desk.record(assessmentId, measureId, request, now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> confirmCommitment(
            AssessmentId assessmentId, MeasureId measureId, int commitmentNo, ReasonRequest request, Precondition precondition, Actor actor) {
        return ok(desk.confirm(assessmentId, measureId, commitmentNo, request.reason(), now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> withdrawMeasure(
            AssessmentId assessmentId, MeasureId measureId, ReasonRequest request, Precondition precondition, Actor actor) {
        return ok(desk.withdraw(assessmentId, measureId, request.reason(), now(actor, precondition)));
    }

    private Request now(Actor actor, Precondition precondition) {
        return new Request(actor, clock.instant(), precondition);
    }

    private static ResponseEntity<AssessmentWritten> ok(AssessmentWritten written) {
        return Answers.ok(Long.toString(written.version()), written.position(), written);
    }
}
