package cn.dabiao.api.web;

import java.io.IOException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

import cn.dabiao.api.Headers;
import cn.dabiao.api.RequestIds;

/** Echoes the request's id before anything can fail, so that every answer has one. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIdFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = RequestIds.of(request);
        response.setHeader(Headers.REQUEST_ID, id);
        try (MDC.MDCCloseable _ = MDC.putCloseable(RequestIds.LOG_KEY, id)) {
            chain.doFilter(request, response);
        }
    }
}
