package cn.dabiao.api.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import cn.dabiao.api.Permitted;
import cn.dabiao.api.problem.ForbiddenException;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.refusal.Refusal;

/** Enforces {@link Permitted} and {@link Standing} before the operation runs. An operation of ours without one is permitted to nobody. */
final class PermissionInterceptor implements HandlerInterceptor {

    private final ActorResolver actors;
    private final List<Standing> standings;

    PermissionInterceptor(ActorResolver actors, List<Standing> standings) {
        this.actors = actors;
        this.standings = standings;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Permitted permitted = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Permitted.class);
            Actor actor = actors.current();
            if (permitted == null || !actor.isAnyOf(Set.of(permitted.value()))) {
                throw new ForbiddenException(Map.of(
                        "permitted", permitted == null ? List.of() : List.of(permitted.value()),
                        "roles", actor.roles().stream().sorted().toList()));
            }
            standings.forEach(standing -> standing.against(actor).ifPresent(Refusal::raise));
        }
        return true;
    }
}
