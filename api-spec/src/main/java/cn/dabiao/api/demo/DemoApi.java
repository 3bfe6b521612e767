package cn.dabiao.api.demo;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import cn.dabiao.api.Permitted;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;

/** Writing the demo county. */
@Tag(name = "demo")
public interface DemoApi {

    @Operation(
            operationId = "createDemo",
            summary = "Write the fictional demo county: 60 schools, 12 inspectors, a campaign, assessments in every state",
            description = "The same every time, through the same commands as everybody's. When it is there already, "
                    + "nothing is written.")
    @PostMapping("/api/v1/demo")
    @Permitted(Role.OPERATOR)
    ResponseEntity<DemoResult> create(Actor actor);
}
