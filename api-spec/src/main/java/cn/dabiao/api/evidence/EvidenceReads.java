package cn.dabiao.api.evidence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Page;
import cn.dabiao.api.Permitted;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.value.Sha256;

/** Reading evidence: whoever may read the assessment, and the files themselves only whoever may see persons there. */
@Tag(name = "evidence")
public interface EvidenceReads {

    @Operation(
            operationId = "listEvidence",
            summary = "The files of an assessment, in the order in which they came",
            description = "An analyst sees their figures, and neither their names nor their places.")
    @GetMapping("/api/v1/assessments/{assessmentId}/evidence")
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<Page<EvidenceView>> list(
            @PathVariable AssessmentId assessmentId,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor);

    @Operation(
            operationId = "getEvidence",
            summary = "A file of an assessment, as it was brought",
            description = "Of the media type that its content shows, for saving and not for showing in place. `Range` "
                    + "answers a part (206). Its entity tag is its hash, for ever. Not for analysts: pictures show "
                    + "persons. 503 when the store of evidence does not give it out now.")
    @ApiResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/v1/assessments/{assessmentId}/evidence/{sha256}")
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR})
    ResponseEntity<Resource> download(
            @PathVariable AssessmentId assessmentId, @PathVariable Sha256 sha256, Actor actor);
}
