package cn.dabiao.api.standard;

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

/** Publishing standards. */
@Tag(name = "standards")
public interface StandardWrites {

    @Operation(operationId = "publishStandard", summary = "Publish a version of a standard; a published one never changes")
    @PostMapping("/api/v1/standards")
    @Permitted(Role.OFFICE)
    ResponseEntity<Written> publish(@Valid @RequestBody StandardRequest request, Actor actor);
}
