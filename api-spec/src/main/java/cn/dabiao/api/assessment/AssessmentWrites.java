package cn.dabiao.api.assessment;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Permitted;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.assessment.Precondition;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.standard.ItemNo;

/**
 * Every write on the path of an assessment. All but the first plan need an If-Match: 428 without one, 412 when it is not
 * the latest, 409 when a rule refuses.
 */
@Tag(name = "assessments")
@RequestMapping("/api/v1/assessments/{assessmentId}")
public interface AssessmentWrites {

    @Operation(
            operationId = "filePlan",
            summary = "File the school's plan, or replace it before the declaration",
            description = "The first plan opens the assessment and needs no `If-Match`; replacing it needs the "
                    + "assessment's. A plan after the campaign's date is taken and marked late.")
    @PutMapping("/plan")
    @Permitted(Role.SCHOOL)
    ResponseEntity<AssessmentWritten> filePlan(
            @PathVariable AssessmentId assessmentId,
            @Valid @RequestBody PlanRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "fileSelfAssessment",
            summary = "The school's own scores of all items",
            description = "Every item of the standard, each once. With at least the lowest passing total (70 in "
                    + "2018) the school is qualified to apply.")
    @PutMapping("/self-assessment")
    @Permitted(Role.SCHOOL)
    ResponseEntity<AssessmentWritten> selfAssess(
            @PathVariable AssessmentId assessmentId,
            @Valid @RequestBody SelfAssessmentRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "fileApplication",
            summary = "Declare (申报)",
            description = "Refused while the self-assessment is not qualified.")
    @PostMapping("/application")
    @Permitted(Role.SCHOOL)
    ResponseEntity<AssessmentWritten> apply(
            @PathVariable AssessmentId assessmentId,
            @Valid @RequestBody ApplicationRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(operationId = "acceptApplication", summary = "Take the declaration")
    @PostMapping("/application/acceptance")
    @Permitted(Role.OFFICE)
    ResponseEntity<AssessmentWritten> acceptApplication(
            @PathVariable AssessmentId assessmentId,
            @Valid @RequestBody AcceptanceRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(operationId = "returnApplication", summary = "Send the declaration back")
    @PostMapping("/application/return")
    @Permitted(Role.OFFICE)
    ResponseEntity<AssessmentWritten> returnApplication(
            @PathVariable AssessmentId assessmentId,
            @Valid @RequestBody ReasonRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "withdrawApplication",
            summary = "Take the declaration back",
            description = "Possible until inspectors are drawn.")
    @PostMapping("/application/withdrawal")
    @Permitted(Role.SCHOOL)
    ResponseEntity<AssessmentWritten> withdrawApplication(
            @PathVariable AssessmentId assessmentId,
            @Valid @RequestBody ReasonRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "drawInspectors",
            summary = "Draw inspectors for the next round",
            description = "Who works at the school or lives in its township is left out, with the reason "
                    + "recorded. The rest are ordered by SHA-256(seed + \":\" + inspectorId) and the first "
                    + "ones drawn; the first of all leads. Drawing again keeps the earlier draw and needs a "
                    + "reason.")
    @PostMapping("/draws")
    @Permitted(Role.OFFICE)
    ResponseEntity<AssessmentWritten> drawInspectors(
            @PathVariable AssessmentId assessmentId,
            @Valid @RequestBody DrawRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(operationId = "openReview", summary = "Open the next round of review")
    @PostMapping("/reviews")
    @Permitted(Role.OFFICE)
    ResponseEntity<AssessmentWritten> openReview(
            @PathVariable AssessmentId assessmentId,
            @Valid @RequestBody ReviewRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "scoreItem",
            summary = "Score an item on site; replaces what it had in this round",
            description = "`If-Match` is the item's own entity tag or the assessment's, so that two inspectors who score "
                    + "different items never collide. Refused once any inspector of the round has signed.")
    @PutMapping("/reviews/{round}/items/{itemNo}")
    @Permitted(Role.INSPECTOR)
    ResponseEntity<AssessmentWritten> scoreItem(
            @PathVariable AssessmentId assessmentId,
            @PathVariable int round,
            @PathVariable ItemNo itemNo,
            @Valid @RequestBody ItemScoreRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "signReview",
            summary = "Sign the scores of a round",
            description = "Possible when every item is scored. The round is complete when all its inspectors have signed.")
    @PostMapping("/reviews/{round}/signatures")
    @Permitted(Role.INSPECTOR)
    ResponseEntity<AssessmentWritten> signReview(
            @PathVariable AssessmentId assessmentId,
            @PathVariable int round,
            @Valid @RequestBody SignatureRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "replaceInspector",
            summary = "Draw another inspector for one of the round, mid-round",
            description = "The replacement is drawn like the first ones, from those who are not in the round, and can be "
                    + "replayed under its draw's number. Who has signed is not replaced; what the one replaced has scored "
                    + "stands.")
    @PostMapping("/reviews/{round}/replacements")
    @Permitted(Role.OFFICE)
    ResponseEntity<AssessmentWritten> replaceInspector(
            @PathVariable AssessmentId assessmentId,
            @PathVariable int round,
            @Valid @RequestBody ReplacementRequest request,
            Precondition precondition,
            Actor actor);

    @Operation(
            operationId = "assignGrade",
            summary = "Assign the grade that a completed round's scores give",
            description = "It is derived from the scores and never typed in: naming another grade is refused.")
    @PostMapping("/grade")
    @Permitted({Role.OFFICE, Role.LEADER})
    ResponseEntity<AssessmentWritten> assignGrade(
            @PathVariable AssessmentId assessmentId,
            @Valid @RequestBody GradeRequest request,
            Precondition precondition,
            Actor actor);
}
