package cn.dabiao.api.problem;

import java.io.IOException;
import java.util.Map;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import cn.dabiao.api.Headers;
import cn.dabiao.api.RequestIds;

/**
 * Writes a problem for a request that never reached a controller. It copes with any request, even one of which the web
 * server could not parse the first line.
 */
@Component
public class ProblemWriter {

    private final JsonMapper json;
    private final ProblemListener listener;

    ProblemWriter(JsonMapper json, ObjectProvider<ProblemListener> listeners) {
        this.json = json;
        this.listener = ProblemListener.all(listeners);
    }

    /** @param status what the answer's status has to be, whatever problem is nearest to it */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        ProblemDetail problem = Problems.ofStatus(status, request);
        problem.setStatus(status.value());
        write(request, response, problem);
    }

    /** @param facts become members of the problem and fill the placeholders of its detail */
    public void write(
            HttpServletRequest request, HttpServletResponse response, ProblemType type, Map<String, ?> facts)
            throws IOException {
        write(request, response, Problems.of(type, facts, request));
    }

    private void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        int status = problem.getStatus();
        listener.answered(problem);
        byte[] body = json.writeValueAsBytes(problem);
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, Languages.preferred(request).toLanguageTag());
        response.setHeader(Headers.REQUEST_ID, RequestIds.of(request));
        Problems.retryAfter(problem).ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, seconds));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }
}
