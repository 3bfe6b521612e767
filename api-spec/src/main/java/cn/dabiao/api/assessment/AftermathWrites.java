package cn.dabiao.api.assessment;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Permitted;
import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.measure.MeasureId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.rectification.OrderId;

/** Every write on what follows from a review. All need the assessment's If-Match, like those on its path. */
@Tag(name = "assessments")
@RequestMapping("/api/v1/assessments/{assessmentId}")
public interface AftermathWrites {

    @Operation(
            operationId = "correctScore",
            summary = "Correct the score of an item",
            description = "The new deductions replace the item's in the last completed round; what it rests on is named. "
                    + "After grading, the grade is derived anew. The old scores stay in the history.")
    @PostMapping("/corrections")
    @Permitted({Role.OFFICE, Role.LEADER})
    ResponseEntity<AssessmentWritten> correctScore(
            @PathVariable AssessmentId assessmentId,
            @Valid @RequestBody CorrectionRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "determineNotAttained",
            summary = "Determine NOT_ATTAINED whatever the score (认定)",
            description = "It stands until an appeal against it is upheld.")
    @PostMapping("/determination")
    @Permitted(Role.LEADER)
    ResponseEntity<AssessmentWritten> determine(
            @PathVariable AssessmentId assessmentId,
            @Valid @RequestBody DeterminationRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "orderRectification",
            summary = "Order a rectification (整改通知)",
            description = "Names items, hazards or both, and a due date.")
    @PostMapping("/rectifications")
    @Permitted(Role.OFFICE)
    ResponseEntity<AssessmentWritten> orderRectification(
            @PathVariable AssessmentId assessmentId,
            @Valid @RequestBody RectificationRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "reportRectification",
            summary = "Report what has been mended",
            description = "Also after the due date: what was late stays in the history.")
    @PostMapping("/rectifications/{orderId}/report")
    @Permitted(Role.SCHOOL)
    ResponseEntity<AssessmentWritten> reportRectification(
            @PathVariable AssessmentId assessmentId,
            @PathVariable OrderId orderId,
            @Valid @RequestBody RectificationReportRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "verifyRectification",
            summary = "Verify a report, or send it back",
            description = "Sending back needs a reason and a new due date. An order is not closed twice.")
    @PostMapping("/rectifications/{orderId}/verification")
    @Permitted(Role.OFFICE)
    ResponseEntity<AssessmentWritten> verifyRectification(
            @PathVariable AssessmentId assessmentId,
            @PathVariable OrderId orderId,
            @Valid @RequestBody VerificationRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "lodgeAppeal",
            summary = "Contest item scores or a determination (申诉)",
            description = "Within the campaign's window after the grade or the determination; each item once.")
    @PostMapping("/appeals")
    @Permitted(Role.SCHOOL)
    ResponseEntity<AssessmentWritten> lodgeAppeal(
            @PathVariable AssessmentId assessmentId,
            @Valid @RequestBody AppealRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "decideAppeal",
            summary = "Decide an appeal",
            description = "By a leader who took no part in the review. What is upheld gives new scores, none of them worse, and a "
                    + "grade derived anew; a determination falls when the appeal against it is upheld.")
    @PostMapping("/appeals/{appealId}/decision")
    @Permitted(Role.LEADER)
    ResponseEntity<AssessmentWritten> decideAppeal(
            @PathVariable AssessmentId assessmentId,
            @PathVariable AppealId appealId,
            @Valid @RequestBody AppealDecisionRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "issueMeasure",
            summary = "Issue a notice letter, an interview or a circular criticism",
            description = "One that is heavier than any before needs a reason; an interview needs its summons.")
    @PostMapping("/measures")
    @Permitted({Role.OFFICE, Role.LEADER})
    ResponseEntity<AssessmentWritten> issueMeasure(
            @PathVariable AssessmentId assessmentId,
            @Valid @RequestBody MeasureRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "recordMinutes",
            summary = "Record the minutes of an interview",
            description = "With what the school commits itself to, each with a due date.")
    @PostMapping("/measures/{measureId}/minutes")
    @Permitted({Role.OFFICE, Role.LEADER})
    ResponseEntity<AssessmentWritten> recordMinutes(
            @PathVariable AssessmentId assessmentId,
            @PathVariable MeasureId measureId,
            @Valid @RequestBody MinutesRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "confirmCommitment",
            summary = "Confirm that a commitment was kept",
            description = "Commitments are counted from 1 within their interview. The reason says what was found.")
    @PostMapping("/measures/{measureId}/commitments/{commitmentNo}/confirmation")
    @Permitted({Role.OFFICE, Role.LEADER})
    ResponseEntity<AssessmentWritten> confirmCommitment(
            @PathVariable AssessmentId assessmentId,
            @PathVariable MeasureId measureId,
            @PathVariable int commitmentNo,
            @Valid @RequestBody ReasonRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "withdrawMeasure",
            summary = "Withdraw a measure",
            description = "It stands no longer, and stays in the history.")
    @PostMapping("/measures/{measureId}/withdrawal")
    @Permitted(Role.LEADER)
    ResponseEntity<AssessmentWritten> withdrawMeasure(
            @PathVariable AssessmentId assessmentId,
            @PathVariable MeasureId measureId,
            @Valid @RequestBody ReasonRequest request,
            Precondition precondition,
            Actor actor);
}
