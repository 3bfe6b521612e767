package cn.dabiao.command.assessment;

import java.time.Clock;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

import cn.dabiao.api.Answers;
import cn.dabiao.api.assessment.AcceptanceRequest;
import cn.dabiao.api.assessment.ApplicationRequest;
import cn.dabiao.api.assessment.AssessmentWrites;
import cn.dabiao.api.assessment.AssessmentWritten;
import cn.dabiao.api.assessment.DrawRequest;
import cn.dabiao.api.assessment.GradeRequest;
import cn.dabiao.api.assessment.ItemScoreRequest;
import cn.dabiao.api.assessment.PlanRequest;
import cn.dabiao.api.assessment.ReasonRequest;
import cn.dabiao.api.assessment.ReplacementRequest;
import cn.dabiao.api.assessment.ReviewRequest;
import cn.dabiao.api.assessment.SelfAssessmentRequest;
import cn.dabiao.api.assessment.SignatureRequest;
import cn.dabiao.command.Request;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.standard.ItemNo;

/** Translates the calls on an assessment into commands, with the time and the seed that they bring along. */
@RestController
class AssessmentController implements AssessmentWrites {

    private final AssessmentDesk desk;
    private final Clock clock;

    AssessmentController(AssessmentDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public ResponseEntity<AssessmentWritten> filePlan(
            AssessmentId assessmentId, PlanRequest request, Precondition precondition, Actor actor) {
        AssessmentWritten written = desk.filePlan(assessmentId, request, now(actor, precondition));
        return written.version() == 1
                ? Answers.created("/api/v1/assessments/" + assessmentId, "1", written.position(), written)
                : ok(written);
    }

    @Override
    public ResponseEntity<AssessmentWritten> selfAssess(
            AssessmentId assessmentId, SelfAssessmentRequest request, Precondition precondition, Actor actor) {
        return ok(desk.selfAssess(assessmentId, request.findings(), now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> apply(
            AssessmentId assessmentId, ApplicationRequest request, Precondition precondition, Actor actor) {
        return ok(desk.apply(assessmentId, request, now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> acceptApplication(
            AssessmentId assessmentId, AcceptanceRequest request, Precondition precondition, Actor actor) {
        return ok(desk.accept(assessmentId, request.reason(), now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> returnApplication(
            AssessmentId assessmentId, ReasonRequest request, Precondition precondition, Actor actor) {
        return ok(desk.sendBack(assessmentId, request.reason(), now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> withdrawApplication(
            AssessmentId assessmentId, ReasonRequest request, Precondition precondition, Actor actor) {
        return ok(desk.withdraw(assessmentId, request.reason(), now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> drawInspectors(
            AssessmentId assessmentId, DrawRequest request, Precondition precondition, Actor actor) {
        return ok(desk.draw(
                assessmentId,
                request.count(),
                request.seed(),
                request.reason(),
                now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> openReview(
            AssessmentId assessmentId, ReviewRequest request, Precondition precondition, Actor actor) {
        return ok(desk.openReview(assessmentId, request.visitOn(), now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> scoreItem(
            AssessmentId assessmentId,
            int round,
            ItemNo itemNo,
            ItemScoreRequest request,
            Precondition precondition,
            Actor actor) {
        return ok(desk.score(
                assessmentId,
                round,
                request.findings(itemNo),
                request.reason(),
                request.scoredAt(),
                now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> signReview(
            AssessmentId assessmentId, int round, SignatureRequest request, Precondition precondition, Actor actor) {
        return ok(desk.sign(assessmentId, round, request.opinion(), now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> replaceInspector(
            AssessmentId assessmentId, int round, ReplacementRequest request, Precondition precondition, Actor actor) {
        return ok(desk.replace(
                assessmentId,
                round,
                request.inspectorId(),
                request.seed(),
                request.reason(),
                now(actor, precondition)));
    }

    @Override
    public ResponseEntity<AssessmentWritten> assignGrade(
            AssessmentId assessmentId, GradeRequest request, Precondition precondition, Actor actor) {
        return ok(desk.grade(assessmentId, request, now(actor, precondition)));
    }

    private Request now(Actor actor, Precondition precondition) {
        return new Request(actor, clock.instant(), precondition);
    }

    private static ResponseEntity<AssessmentWritten> ok(AssessmentWritten written) {
        return Answers.ok(Long.toString(written.version()), written.position(), written);
    }
}
