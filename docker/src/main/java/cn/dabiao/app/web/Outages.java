package cn.dabiao.app.web;

import java.io.IOException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import cn.dabiao.api.RequestIds;
import cn.dabiao.api.problem.Outage;
import cn.dabiao.api.problem.ProblemWriter;

/** A database that is away outside of any controller, where a token is asked for, is 503 and no failure of ours. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Outages extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

    private final ProblemWriter problems;

    Outages(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted() || !Outage.isBehind(e)) {
                throw e;
            }
            LOG.warn("request {} could not be served: {}", RequestIds.of(request), e.getMessage());
            response.resetBuffer();
            problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE);
        }
    }
}
