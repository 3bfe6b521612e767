package cn.dabiao.app.security;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Turns a verified token into the caller. Whatever the issuer calls them, the claims are afterwards named
 * {@code roles}, {@code bureau}, {@code school} and {@code inspector}; a claim of that name which is not the
 * configured one is dropped, so that it cannot pass for it.
 */
final class CallerConverter implements Converter<Jwt, AbstractAuthenticationToken> {

    private final Map<String, String> sources;

    CallerConverter(AccessProperties.ClaimNames names) {
        this.sources = Map.of(
                "roles", names.roles(),
                "bureau", names.bureau(),
                "school", names.school(),
                "inspector", names.inspector());
    }

    @Override
    public JwtAuthenticationToken convert(Jwt token) {
        Map<String, Object> claims = new HashMap<>(token.getClaims());
        claims.keySet().removeAll(sources.keySet());
        sources.forEach((name, source) -> find(token.getClaims(), source).ifPresent(v -> claims.put(name, v)));
        List<String> roles = texts(claims.get("roles"));
        claims.put("roles", roles);
        Jwt caller = Jwt.withTokenValue(token.getTokenValue())
                .headers(headers -> headers.putAll(token.getHeaders()))
                .claims(all -> all.putAll(claims))
                .build();
        List<GrantedAuthority> authorities = roles.stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return new JwtAuthenticationToken(caller, authorities);
    }

    private static Optional<Object> find(Map<?, ?> claims, String path) {
        Object whole = claims.get(path);
        if (whole != null) {
            return Optional.of(whole);
        }
        int dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> nested
                ? find(nested, path.substring(dot + 1))
                : Optional.empty();
    }

    private static List<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case null -> List.of();
            case Collection<?> many -> many.stream().map(String::valueOf).toList();
            default -> List.of(claim.toString().strip().split("[ ,]+"));
        };
    }
}
