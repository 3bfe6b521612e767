package cn.dabiao.api.inspector;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Page;
import cn.dabiao.api.Permitted;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;

/** Reading the roster of inspectors. */
@Tag(name = "inspectors")
public interface InspectorReads {

    @Operation(operationId = "listInspectors", summary = "The roster of the caller's bureau, by id")
    @GetMapping("/api/v1/inspectors")
    @Permitted({Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<Page<InspectorView>> list(
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Actor actor);

    @Operation(operationId = "getInspector", summary = "An inspector on the roster")
    @GetMapping("/api/v1/inspectors/{inspectorId}")
    @Permitted({Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST})
    ResponseEntity<InspectorView> get(@PathVariable InspectorId inspectorId, Actor actor);
}
