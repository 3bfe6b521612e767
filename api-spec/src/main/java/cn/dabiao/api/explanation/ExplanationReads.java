package cn.dabiao.api.explanation;

import java.time.Instant;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Permitted;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.standard.StandardId;

/** Explaining a grade to whoever may read the assessment. */
@Tag(name = "assessments")
public interface ExplanationReads {

    @Operation(
            operationId = "explainGrade",
            summary = "A receipt that derives the grade from the events, for everybody to add up",
            description = "Item by item: its points, every deduction with the position of the event that made it, what "
                    + "no longer counts and since which event, the floor at zero, the score; then the totals of the "
                    + "categories, the total, and the band it falls in. It is the receipt of the grade that was given "
                    + "last; while none was given, of the round under way, and provisional. `stated` is what the ledger "
                    + "says, and `agrees` whether that is what follows. Every position can be looked up with "
                    + "`getRawEvent` and proved with `getInclusionProof`. With `standard` the same deductions are "
                    + "graded by another published standard: items are matched by their numbers and checkpoints by "
                    + "their codes, and what has no counterpart is listed and takes nothing off. With `asOf` or "
                    + "`atPosition` it is the receipt of that moment. The answer is described "
                    + "by the JSON Schema that `getReceiptSchema` answers.")
    @GetMapping("/api/v1/assessments/{assessmentId}/explanation")
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<ReceiptView> explain(
            @PathVariable AssessmentId assessmentId,
            @RequestParam(required = false) @Nullable StandardId standard,
            @RequestParam(required = false) @Nullable Instant asOf,
            @RequestParam(required = false) @Min(0) @Nullable Long atPosition,
            Actor actor);

    @Operation(
            operationId = "getReceiptSchema",
            summary = "The JSON Schema (2020-12) of a receipt",
            description = "The very file `api-spec/receipt.schema.json` of this version.")
    @GetMapping(path = "/api/v1/schemas/receipt", produces = ReceiptSchema.MEDIA_TYPE)
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST, Role.OPERATOR})
    ResponseEntity<String> schema();
}
