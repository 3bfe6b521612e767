package cn.dabiao.api.evidence;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.multipart.MultipartFile;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Permitted;
import cn.dabiao.domain.assessment.AssessmentId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.value.Sha256;
import cn.dabiao.domain.value.Title;

/** Bringing evidence. */
@Tag(name = "evidence")
public interface EvidenceWrites {

    @Operation(
            operationId = "storeEvidence",
            summary = "Store a file as evidence of an assessment",
            description = "A form with the part `file`; `sha256`, `takenAt` and `place` are fields of the form or parameters "
                    + "of the query, as is easier.\n\n"
                    + "In whatever phase the assessment is, and without moving its version: a deduction may name the "
                    + "file by its hash before or after it comes. A school for its own assessment, an inspector for those "
                    + "it was drawn for. What kind of file it is, its content says; a kind that the part names beside "
                    + "`application/octet-stream` has to agree (422). The node's settings say which kinds are taken (415) "
                    + "and how large a file may be (413). The same content for the same assessment again answers 200 with "
                    + "what was stored first; so a front end that does not know whether its upload arrived sends it anew.")
    @PostMapping(
            path = "/api/v1/assessments/{assessmentId}/evidence",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER})
    ResponseEntity<EvidenceWritten> store(
            @PathVariable AssessmentId assessmentId,
            @RequestPart @Parameter(description = "The file, with its name") MultipartFile file,
            @RequestParam(required = false) @Nullable Sha256 sha256,
            @RequestParam(required = false) @Nullable Instant takenAt,
            @RequestParam(required = false) @Nullable Title place,
            Actor actor);
}
