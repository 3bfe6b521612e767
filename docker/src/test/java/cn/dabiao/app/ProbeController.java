package cn.dabiao.app;

import java.util.Map;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.swagger.v3.oas.annotations.Hidden;

import cn.dabiao.api.Permitted;
import cn.dabiao.domain.people.Role;

/** Something to call before and beside the real API: says who the caller is. */
@Hidden
@RestController
@RequestMapping("/api/v1/probe")
class ProbeController {

    @GetMapping
    @Permitted({Role.SCHOOL, Role.INSPECTOR, Role.OFFICE, Role.LEADER, Role.AUDITOR, Role.ANALYST, Role.OPERATOR})
    Map<String, Object> whoAmI(@AuthenticationPrincipal Jwt caller) {
        return caller.getClaims();
    }

    @GetMapping("/leaders")
    @Permitted(Role.LEADER)
    String forLeadersOnly() {
        return "welcome";
    }
}
