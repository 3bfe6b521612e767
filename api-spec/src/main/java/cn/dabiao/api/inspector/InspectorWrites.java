package cn.dabiao.api.inspector;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Permitted;
import cn.dabiao.api.Written;
import cn.dabiao.api.assessment.ReasonRequest;
import cn.dabiao.api.person.ErasureRequest;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolCode;

/** Keeping the roster of inspectors. */
@Tag(name = "inspectors")
public interface InspectorWrites {

    @Operation(operationId = "registerInspector", summary = "Put an inspector on the bureau's roster")
    @PostMapping("/api/v1/inspectors")
    @Permitted(Role.OFFICE)
    ResponseEntity<Written> register(@Valid @RequestBody InspectorRequest request, Actor actor);

    @Operation(
            operationId = "recuseInspector",
            summary = "Recuse an inspector for a school (回避), or ask for it",
            description = "An inspector for itself, or the office for any inspector of its bureau: it stands at once, and "
                    + "no draw takes the inspector for this school. A school, for itself alone: it stands when a leader "
                    + "upholds it. A review is not opened for a draw that holds an inspector recused since.")
    @PostMapping("/api/v1/inspectors/{inspectorId}/recusals")
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE})
    ResponseEntity<Written> recuse(
            @PathVariable InspectorId inspectorId, @Valid @RequestBody RecusalRequest request, Actor actor);

    @Operation(
            operationId = "decideRecusal",
            summary = "Decide whether an inspector is recused as the school asks",
            description = "Once: a dismissed school may ask again, and that is decided anew.")
    @PostMapping("/api/v1/inspectors/{inspectorId}/recusals/{schoolCode}/decision")
    @ResponseStatus(HttpStatus.OK)
    @Permitted(Role.LEADER)
    ResponseEntity<Written> decideRecusal(
            @PathVariable InspectorId inspectorId,
            @PathVariable SchoolCode schoolCode,
            @Valid @RequestBody RecusalDecisionRequest request,
            Actor actor);

    @Operation(
            operationId = "suspendInspector",
            summary = "Take an inspector off duty",
            description = "No draw takes a suspended inspector, and within a minute their account is not served any more, "
                    + "whatever its token says. In a round that is open the office replaces them.")
    @PostMapping("/api/v1/inspectors/{inspectorId}/suspension")
    @ResponseStatus(HttpStatus.OK)
    @Permitted(Role.OFFICE)
    ResponseEntity<Written> suspend(
            @PathVariable InspectorId inspectorId, @Valid @RequestBody ReasonRequest request, Actor actor);

    @Operation(
            operationId = "reinstateInspector",
            summary = "Put a suspended inspector on duty again",
            description = "Their account is served again within a minute.")
    @PostMapping("/api/v1/inspectors/{inspectorId}/reinstatement")
    @ResponseStatus(HttpStatus.OK)
    @Permitted(Role.OFFICE)
    ResponseEntity<Written> reinstate(
            @PathVariable InspectorId inspectorId, @Valid @RequestBody ReasonRequest request, Actor actor);

    @Operation(
            operationId = "eraseInspectorPerson",
            summary = "Erase an inspector's name (个人信息删除)",
            description = "The inspector's number, and what it did, stay; the name cannot be read any more by anybody, for the "
                    + "key it is sealed with is destroyed. That it was done, by whom and why, is an event like any other; it "
                    + "cannot be undone.")
    @PostMapping("/api/v1/inspectors/{inspectorId}/erasures")
    @ResponseStatus(HttpStatus.OK)
    @Permitted({Role.OFFICE, Role.LEADER})
    ResponseEntity<Written> erase(
            @PathVariable InspectorId inspectorId, @Valid @RequestBody ErasureRequest request, Actor actor);
}
