package cn.dabiao.api.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.people.Actor;
import cn.dabiao.domain.people.Role;
import cn.dabiao.domain.school.SchoolCode;
import cn.dabiao.domain.value.BureauCode;
import cn.dabiao.domain.value.InvalidValue;

/** Gives a controller the {@link Actor} of the request, from the claims of its token. */
public final class ActorResolver implements HandlerMethodArgumentResolver {

    /** The names that the claims have once a token has been verified, whatever its issuer calls them. */
    public static final String ROLES = "roles";
    public static final String BUREAU = "bureau";
    public static final String SCHOOL = "school";
    public static final String INSPECTOR = "inspector";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return current();
    }

    /** The actor of the request that this thread serves. */
    Actor current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Jwt token)) {
            throw new InvalidBearerTokenException("an actor is known by a bearer token alone");
        }
        try {
            String subject = token.getSubject();
            if (subject == null || subject.isBlank()) {
                throw new InvalidBearerTokenException("a history cannot name an actor without a subject");
            }
            return complete(new Actor(
                    subject,
                    roles(token.getClaim(ROLES)),
                    claim(token, BUREAU, BureauCode::new),
                    claim(token, SCHOOL, SchoolCode::new),
                    claim(token, INSPECTOR, InspectorId::new)));
        } catch (InvalidValue e) {
            throw new InvalidBearerTokenException("the token's claims cannot be read: " + e.getMessage());
        }
    }

    /** A role says little without whose it is, and a token without a role we know says nothing to us. */
    private static Actor complete(Actor actor) {
        if (actor.roles().isEmpty()) {
            throw new InvalidBearerTokenException("the token names no role that is known here");
        }
        if (actor.bureau() == null && !actor.roles().equals(Set.of(Role.OPERATOR))) {
            throw new InvalidBearerTokenException("every role but the operator's belongs to a bureau");
        }
        if ((actor.is(Role.SCHOOL) && actor.school() == null)
                || (actor.is(Role.INSPECTOR) && actor.inspector() == null)) {
            throw new InvalidBearerTokenException("the token does not say which school or inspector it is for");
        }
        return actor;
    }

    private static <T> @Nullable T claim(Jwt token, String name, Function<String, T> type) {
        String value = token.getClaimAsString(name);
        return value == null ? null : type.apply(value);
    }

    /** The roles that we know; an issuer may hand out others for other systems. */
    private static Set<Role> roles(@Nullable Object claim) {
        Collection<?> names = claim instanceof Collection<?> several ? several : List.of(String.valueOf(claim));
        return Arrays.stream(Role.values())
                .filter(role -> names.contains(role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
