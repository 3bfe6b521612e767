package cn.dabiao.app.observing;

import java.util.Objects;
import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import cn.dabiao.api.RequestIds;
import cn.dabiao.api.problem.ProblemListener;
import cn.dabiao.api.problem.ProblemType;
import cn.dabiao.domain.refusal.Refusal.Thing;
import cn.dabiao.domain.value.InvalidValue;

/**
 * One line for each request that was refused for who made it. It says who that was, what they tried and why not: never a
 * token, and of the path only its template, for an id in it may tell of somebody.
 */
@Component
final class SecurityLog implements ProblemListener {

    static final String LOGGER = "cn.dabiao.security";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final String NONE = "none";

    private final PathTemplates templates;

    SecurityLog(PathTemplates templates) {
        this.templates = templates;
    }

    @Override
    public void answered(ProblemDetail problem) {
        if (isRefusal(problem)
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            line(problem, attributes.getRequest());
        }
    }

    private void line(ProblemDetail problem, HttpServletRequest request) {
        Authentication known = SecurityContextHolder.getContext().getAuthentication();
        boolean verified = known instanceof JwtAuthenticationToken;
        String actor = verified ? InvalidValue.printable(Objects.requireNonNull(known).getName()) : NONE;
        String roles = verified ? rolesOf(Objects.requireNonNull(known)) : NONE;
        String path = templates.of(request);
        String reason = reason(problem, request);
        LOG.atInfo()
                .addKeyValue("event", "refused")
                .addKeyValue("subject", actor)
                .addKeyValue("roles", roles)
                .addKeyValue("request", RequestIds.of(request))
                .addKeyValue("method", request.getMethod())
                .addKeyValue("template", path)
                .addKeyValue("status", problem.getStatus())
                .addKeyValue("reason", reason)
                .log("refused {} {} {} to {} as {} in {}: {}",
                        problem.getStatus(), request.getMethod(), path, actor, roles, RequestIds.of(request), reason);
    }

    /** Whoever must not know of a webhook is told that there is none, so every one that is not there may be hidden. */
    private static boolean isRefusal(ProblemDetail problem) {
        return problem.getStatus() == HttpStatus.UNAUTHORIZED.value()
                || problem.getStatus() == HttpStatus.FORBIDDEN.value()
                || (problem.getStatus() == HttpStatus.NOT_FOUND.value()
                        && problem.getProperties() != null
                        && problem.getProperties().get("thing") == Thing.WEBHOOK);
    }

    private static String rolesOf(Authentication known) {
        return InvalidValue.printable(String.join(
                " ", known.getAuthorities().stream().map(GrantedAuthority::getAuthority).sorted().toList()));
    }

    private static String reason(ProblemDetail problem, HttpServletRequest request) {
        if (problem.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            return request.getHeader(HttpHeaders.AUTHORIZATION) == null ? "no-token" : "invalid-token";
        }
        return ProblemType.slugOf(Objects.requireNonNull(problem.getType()));
    }
}
