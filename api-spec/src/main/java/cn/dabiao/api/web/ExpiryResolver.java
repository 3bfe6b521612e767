package cn.dabiao.api.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import cn.dabiao.api.TokenExpiry;
import cn.dabiao.domain.people.Actor;

/** Gives a controller the {@link TokenExpiry} of the request. */
final class ExpiryResolver implements HandlerMethodArgumentResolver {

    private final ActorResolver actors;
    private final ObjectProvider<Standing> standings;

    ExpiryResolver(ActorResolver actors, ObjectProvider<Standing> standings) {
        this.actors = actors;
        this.standings = standings;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == TokenExpiry.class;
    }

    @Override
    public TokenExpiry resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Jwt.class::isInstance)
                .map(token -> ((Jwt) token).getExpiresAt())
                .map(this::expiry)
                .orElseThrow(() -> new InvalidBearerTokenException("a token that never ends is none"));
    }

    private TokenExpiry expiry(Instant at) {
        Actor actor = actors.current();
        List<Standing> all = standings.orderedStream().toList();
        return new TokenExpiry(at, () -> all.stream().allMatch(each -> each.against(actor).isEmpty()));
    }
}
