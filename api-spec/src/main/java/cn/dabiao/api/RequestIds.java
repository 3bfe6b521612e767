package cn.dabiao.api;

import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;

/** The id under which a request is found again in logs, answers and events. */
public final class RequestIds {

    /** The key under which the id stands in the log's context while the request is served. */
    public static final String LOG_KEY = "requestId";

    private static final String ATTRIBUTE = RequestIds.class.getName();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {}

    /** The caller's own id when it is 1 to 64 of A–Z, a–z, 0–9, {@code . _ -}; otherwise a new one. The same all through a request. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String given = request.getHeader(Headers.REQUEST_ID);
        String id = given != null && FORM.matcher(given).matches() ? given : UUID.randomUUID().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
