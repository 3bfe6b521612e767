package cn.dabiao.app.limits;

import java.io.IOException;
import java.util.Optional;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.filter.OncePerRequestFilter;

import io.github.bucket4j.TimeMeter;

import cn.dabiao.api.problem.ProblemType;
import cn.dabiao.api.problem.ProblemWriter;
import cn.dabiao.api.web.ActorResolver;

/**
 * Requests in a time: of one account, of one bureau, and for tokens from one address. An event stream counts once,
 * however long it is.
 */
public final class RequestLimits {

    private final Buckets clients;
    private final Buckets bureaus;
    private final Buckets addresses;
    private final ProblemWriter problems;

    RequestLimits(LimitsProperties limits, TimeMeter time, ProblemWriter problems) {
        this.clients = new Buckets(LimitedBy.CLIENT, limits.client().rate(), limits.remembered(), time);
        this.bureaus = new Buckets(LimitedBy.BUREAU, limits.bureau().rate(), limits.remembered(), time);
        this.addresses = new Buckets(LimitedBy.ADDRESS, limits.address().rate(), limits.remembered(), time);
        this.problems = problems;
    }

    /** A filter for behind the one that knows the caller. */
    public Filter ofCallers() {
        return new Each() {
            @Override
            @Nullable Turn turn(HttpServletRequest request) {
                Authentication caller = SecurityContextHolder.getContext().getAuthentication();
                return caller != null && caller.getPrincipal() instanceof Jwt token ? take(token) : null;
            }
        };
    }

    /** A filter for where tokens are asked for, by whom nobody knows yet. */
    Filter ofAddresses() {
        return new Each() {
            @Override
            Turn turn(HttpServletRequest request) {
                return addresses.take(Optional.ofNullable(request.getRemoteAddr()).orElse(""));
            }
        };
    }

    /** What the bureau has no turn for is not counted against the account either. */
    @Nullable Turn take(Jwt token) {
        String subject = token.getSubject();
        if (subject == null) {
            return null;
        }
        Turn own = clients.take(subject);
        Object bureau = token.getClaims().get(ActorResolver.BUREAU);
        if (!own.granted() || bureau == null) {
            return own;
        }
        Turn common = bureaus.take(bureau.toString());
        if (!common.granted()) {
            clients.giveBack(subject);
            return common;
        }
        return own.remaining() <= common.remaining() ? own : common;
    }

    private abstract class Each extends OncePerRequestFilter {

        /** The turn of a request that is counted. */
        abstract @Nullable Turn turn(HttpServletRequest request);

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Turn turn = turn(request);
            if (turn != null) {
                turn.tell(response);
            }
            if (turn == null || turn.granted()) {
                chain.doFilter(request, response);
            } else {
                problems.write(request, response, ProblemType.TOO_MANY_REQUESTS, turn.facts());
            }
        }
    }
}
