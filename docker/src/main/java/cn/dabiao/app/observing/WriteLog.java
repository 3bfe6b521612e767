package cn.dabiao.app.observing;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.AsyncHandlerInterceptor;

import cn.dabiao.api.Headers;
import cn.dabiao.domain.value.InvalidValue;

/**
 * One line for each request that would change something: what it was, how it ended, and where in the ledger that stands. It
 * has its fields by themselves, too, for structured logs. While a request is served, every line says who makes it.
 */
final class WriteLog implements AsyncHandlerInterceptor {

    static final String ACTOR = "actor";

    private static final Logger LOG = LoggerFactory.getLogger("cn.dabiao.access");
    private static final String BEGUN = WriteLog.class.getName();
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(BEGUN, System.nanoTime());
        if (request.getUserPrincipal() != null) {
            MDC.put(ACTOR, InvalidValue.printable(request.getUserPrincipal().getName()));
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        try {
            if (!READING.contains(request.getMethod()) && request.getAttribute(BEGUN) instanceof Long begun) {
                line(request, response, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            }
        } finally {
            MDC.remove(ACTOR);
        }
    }

    /** Another thread goes on with it, and says so in its own time. */
    @Override
    public void afterConcurrentHandlingStarted(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        MDC.remove(ACTOR);
    }

    private static void line(HttpServletRequest request, HttpServletResponse response, long millis) {
        LoggingEventBuilder line = LOG.atInfo()
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", request.getRequestURI())
                .addKeyValue("status", response.getStatus())
                .addKeyValue("millis", millis);
        String position = response.getHeader(Headers.POSITION);
        String tag = response.getHeader(HttpHeaders.ETAG);
        if (position == null || tag == null) {
            line.log("{} {} {} in {} ms",
                    request.getMethod(), request.getRequestURI(), response.getStatus(), millis);
            return;
        }
        String version = tag.replace("\"", "");
        line.addKeyValue("version", version)
                .addKeyValue(FollowedEvents.POSITION, Long.valueOf(position))
                .log("{} {} {} in {} ms: version {} at position {}",
                        request.getMethod(), request.getRequestURI(), response.getStatus(), millis, version, position);
    }
}
