package cn.dabiao.app.security;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

import cn.dabiao.api.Headers;
import cn.dabiao.api.problem.ProblemWriter;

/**
 * Which pages of other origins a browser lets call the API: those on the list. No cookie of ours exists, so none is ever
 * asked for. Whoever is not on the list is only not told that they are: it is the browser that keeps the answer from them,
 * and a program that sends {@code Origin} is no browser.
 */
final class CrossOrigin extends DefaultCorsProcessor {

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final List<String> SENT = List.of(
            HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.CONTENT_TYPE,
            HttpHeaders.IF_MATCH, HttpHeaders.IF_NONE_MATCH, "Idempotency-Key", "Last-Event-ID",
            Headers.MIN_POSITION, Headers.REQUEST_ID, "traceparent", "tracestate");
    private static final List<String> SHOWN = List.of(
            HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.LINK, HttpHeaders.RETRY_AFTER,
            HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.CONTENT_LANGUAGE, HttpHeaders.WWW_AUTHENTICATE,
            Headers.POSITION, Headers.REQUEST_ID);

    private final ProblemWriter problems;

    private CrossOrigin(ProblemWriter problems) {
        this.problems = problems;
    }

    static CorsFilter filter(CorsProperties properties, ProblemWriter problems) {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(properties.corsOrigins());
        allowed.setAllowedMethods(METHODS);
        allowed.setAllowedHeaders(SENT);
        allowed.setExposedHeaders(SHOWN);
        allowed.setAllowCredentials(false);
        allowed.setMaxAge(Duration.ofHours(1));
        CorsFilter filter = new CorsFilter(request -> allowed);
        filter.setCorsProcessor(new CrossOrigin(problems));
        return filter;
    }

    @Override
    public boolean processRequest(
            @Nullable CorsConfiguration allowed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean listed = allowed != null && allowed.checkOrigin(origin) != null;
        if (CorsUtils.isPreFlightRequest(request)) {
            if (listed && super.processRequest(allowed, request, response)) {
                return true;
            }
            problems.write(request, response, HttpStatus.FORBIDDEN);
            return false;
        }
        if (listed) {
            return super.processRequest(allowed, request, response);
        }
        // Where nobody is on the list, no answer depends on who asks.
        if (allowed != null && !Objects.requireNonNullElse(allowed.getAllowedOrigins(), List.of()).isEmpty()) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
        return true;
    }

    /** Spring's is a line of English; ours is written by whoever asked. */
    @Override
    protected void rejectRequest(ServerHttpResponse response) {
        response.setStatusCode(HttpStatus.FORBIDDEN);
    }
}
