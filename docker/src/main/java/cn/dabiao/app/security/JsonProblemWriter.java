package cn.dabiao.app.security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

import tools.jackson.databind.json.JsonMapper;

/** RFC 9457 with {@code requestId}, in Chinese unless the caller asks for English. */
final class JsonProblemWriter implements ProblemWriter {

    private static final String REQUEST_ID = "X-Request-Id";

    private final JsonMapper json;

    JsonProblemWriter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void write(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, Problem problem)
            throws IOException {
        boolean english = startsWithEnglish(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        String requestId = requestId(request.getHeader(REQUEST_ID));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "https://dabiao.cn/problems/" + problem.slug());
        document.put("title", problem.title(english));
        document.put("status", status.value());
        document.put("detail", problem.detail(english));
        String uri = request.getRequestURI();
        if (uri != null) {
            document.put("instance", uri);
        }
        document.put("requestId", requestId);
        byte[] body = json.writeValueAsString(document).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, english ? "en" : "zh-CN");
        response.setHeader(REQUEST_ID, requestId);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static boolean startsWithEnglish(@Nullable String acceptLanguage) {
        return acceptLanguage != null && acceptLanguage.strip().regionMatches(true, 0, "en", 0, 2);
    }

    /** Echoes only what is harmless in a header and in a log. */
    private static String requestId(@Nullable String given) {
        return given != null && given.matches("[A-Za-z0-9._-]{1,64}")
                ? given
                : UUID.randomUUID().toString();
    }
}
