package cn.dabiao.api.assessment;

import java.time.Instant;
import java.util.Locale;
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

/** What has become different. */
@Tag(name = "assessments")
public interface DifferenceReads {

    @Operation(
            operationId = "diffAssessment",
            summary = "What differs between an assessment at two moments, in words",
            description = "The earlier moment by `from` (an instant) or `fromPosition`, the later one by `to` or "
                    + "`toPosition`, or as it is shown now when neither is given. An instant means everything that had "
                    + "been recorded at it and before. Both states are folded from the ledger's events. At the earlier "
                    + "moment the assessment may not have begun: then all of it is new. What came and went between the "
                    + "two does not show but in `positions`: see the history. Who may read the assessment may read this.")
    @GetMapping("/api/v1/assessments/{assessmentId}/diff")
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<AssessmentDiff> diff(
            @PathVariable AssessmentId assessmentId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Min(0) @Nullable Long fromPosition,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Min(0) @Nullable Long toPosition,
            Actor actor,
            Locale locale);
}
