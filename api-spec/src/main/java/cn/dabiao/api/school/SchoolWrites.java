package cn.dabiao.api.school;

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

/** Keeping the register of schools. */
@Tag(name = "schools")
public interface SchoolWrites {

    @Operation(operationId = "registerSchool", summary = "Register a school")
    @PostMapping("/api/v1/schools")
    @Permitted(Role.OFFICE)
    ResponseEntity<Written> register(@Valid @RequestBody SchoolRequest request, Actor actor);
}
