package cn.dabiao.benchmark;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Hidden;

import cn.dabiao.api.Permitted;
import cn.dabiao.domain.people.Role;

/** Does nothing, behind the same doors as everything else: what HTTP and tokens cost by themselves. */
@Hidden
@RestController
class NoOpController {

    static final String PATH = "/api/v1/no-op";

    @GetMapping(PATH)
    @Permitted(Role.INSPECTOR)
    Done nothing() {
        return new Done(true);
    }

    record Done(boolean done) {}
}
