package cn.dabiao.app.idempotency;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

import cn.dabiao.api.Headers;

/** What a request was answered: its status, those of its headers that tell something of it, and its body. */
record StoredAnswer(int status, Map<String, String> headers, byte[] body) {

    private static final List<String> KEPT = List.of(
            HttpHeaders.CONTENT_TYPE, HttpHeaders.ETAG, HttpHeaders.LOCATION, HttpHeaders.CACHE_CONTROL, Headers.POSITION);

    static StoredAnswer of(ContentCachingResponseWrapper response) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT) {
            // Several handlers may say it; the last was sent, or would have been.
            Collection<String> values = response.getHeaders(name);
            values.forEach(value -> headers.put(name, value));
        }
        String type = response.getContentType();
        if (type != null) {
            headers.put(HttpHeaders.CONTENT_TYPE, type);
        }
        return new StoredAnswer(response.getStatus(), headers, response.getContentAsByteArray());
    }

    void replay(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setHeader(Headers.REPLAYED, "true");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
