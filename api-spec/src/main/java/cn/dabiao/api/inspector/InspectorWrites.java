package cn.dabiao.api.inspector;

import jakarta.validation.Valid;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Permitted;
import cn.dabiao.api.Written;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;

/** Keeping the roster of inspectors. */
@Tag(name = "inspectors")
public interface InspectorWrites {

    @Operation(operationId = "registerInspector", summary = "Put an inspector on the bureau's roster")
    @PostMapping("/api/v1/inspectors")
    @Permitted(Role.OFFICE)
    ResponseEntity<Written> register(@Valid @RequestBody InspectorRequest request, Actor actor);
}
