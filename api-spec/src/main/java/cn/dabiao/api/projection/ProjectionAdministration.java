package cn.dabiao.api.projection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Page;
import cn.dabiao.api.Permitted;
import cn.dabiao.api.assessment.ReasonRequest;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;

/** Operating the projections. */
@Tag(name = "projections")
public interface ProjectionAdministration {

    @Operation(
            operationId = "listProjections",
            summary = "How every group of projections is getting on, and its last rebuild")
    @GetMapping("/api/v1/admin/projections")
    @Permitted(Role.OPERATOR)
    ResponseEntity<ProjectionsView> list(Actor actor);

    @Operation(
            operationId = "rebuildProjection",
            summary = "Rebuild a group from the first event on",
            description = "Beside the tables that are read, which stay up to date meanwhile; they are exchanged when the "
                    + "new ones are as far, and no read notices. What was parked is projected with it. When an event "
                    + "cannot be projected, the rebuild fails and everything stays as it was. How far it is stands in "
                    + "the list of projections.")
    @PostMapping("/api/v1/admin/projections/{group}/rebuild")
    @Permitted(Role.OPERATOR)
    ResponseEntity<RebuildView> rebuild(@PathVariable String group, Actor actor);

    @Operation(
            operationId = "cancelRebuild",
            summary = "End a rebuild that is under way",
            description = "It ends within about a second; everything stays as it was before.")
    @DeleteMapping("/api/v1/admin/projections/{group}/rebuild")
    @Permitted(Role.OPERATOR)
    ResponseEntity<RebuildView> cancel(@PathVariable String group, Actor actor);

    @Operation(
            operationId = "listDeadLetters",
            summary = "The events that a group could not project: the first of each sequence, in the ledger's order",
            description = "The later events of the same school, or of the same stream where no school is concerned, wait "
                    + "behind it; all others go on.")
    @GetMapping("/api/v1/admin/projections/{group}/dead-letters")
    @Permitted(Role.OPERATOR)
    ResponseEntity<Page<DeadLetterView>> deadLetters(
            @PathVariable String group,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor);

    @Operation(
            operationId = "retryDeadLetter",
            summary = "Try a parked event again, and what waits behind it if that goes well")
    @PostMapping("/api/v1/admin/projections/{group}/dead-letters/{position}/retry")
    @Permitted(Role.OPERATOR)
    ResponseEntity<DeadLetterOutcome> retry(@PathVariable String group, @PathVariable @Min(0) long position, Actor actor);

    @Operation(
            operationId = "skipDeadLetter",
            summary = "Leave a parked event out of a projection for good, and try what waits behind it",
            description = "Who did so, when and why is kept; rebuilds leave the event out as well. The ledger has it as "
                    + "before. Only in the history, and there not the event with which a school, an assessment or a "
                    + "campaign begins, nor one that says who inspects: everywhere else the rows are folded from all events, and would be wrong without "
                    + "one, so that it has to be mended and retried.")
    @PostMapping("/api/v1/admin/projections/{group}/dead-letters/{position}/skip")
    @Permitted(Role.OPERATOR)
    ResponseEntity<DeadLetterOutcome> skip(
            @PathVariable String group,
            @PathVariable @Min(0) long position,
            @RequestBody @Valid ReasonRequest body,
            Actor actor);
}
