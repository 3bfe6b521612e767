package cn.dabiao.api.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

import cn.dabiao.api.RequestIds;
import cn.dabiao.domain.refusal.Refusal;

/** Makes problems for a request: the one place where a type, its facts and its words come together. */
public final class Problems {

    /** When to ask again, where nothing is known that says so. */
    public static final String RETRY_SECONDS = "2";

    private static final Map<String, ?> JSON_ALONE = Map.of("supported", List.of("application/json"));

    private Problems() {}

    public static ProblemDetail of(Refusal refusal, HttpServletRequest request) {
        return of(RefusalTypes.of(refusal), Facts.of(refusal), request);
    }

    public static ProblemDetail of(ProblemType type, HttpServletRequest request) {
        return of(type, Map.of(), request);
    }

    /** @param facts become members of the problem and fill the placeholders of its detail */
    public static ProblemDetail of(ProblemType type, Map<String, ?> facts, HttpServletRequest request) {
        Locale locale = Languages.preferred(request);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(type.status(), ProblemTexts.detail(type, facts, locale));
        problem.setType(type.uri());
        problem.setTitle(ProblemTexts.title(type, locale));
        problem.setInstance(instance(request));
        facts.forEach(problem::setProperty);
        problem.setProperty("requestId", RequestIds.of(request));
        return problem;
    }

    /** A request of which some fields are not as they have to be. */
    static ProblemDetail invalid(List<FieldError> errors, HttpServletRequest request) {
        FieldError first = errors.getFirst();
        ProblemDetail problem = of(
                ProblemType.INVALID_REQUEST,
                Map.of("field", first.field(), "expected", first.expected()),
                request);
        problem.setProperties(null);
        problem.setProperty("errors", errors);
        problem.setProperty("requestId", RequestIds.of(request));
        return problem;
    }

    /**
     * The content of {@code Retry-After}, in whole seconds: what passes by itself says when to ask again, and everything
     * else says nothing. A problem may know it better, as its fact of that name.
     */
    public static Optional<String> retryAfter(ProblemDetail problem) {
        boolean passes = problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()
                || problem.getStatus() == HttpStatus.TOO_MANY_REQUESTS.value()
                || ProblemType.IDEMPOTENCY_KEY_IN_USE.uri().equals(problem.getType());
        if (!passes) {
            return Optional.empty();
        }
        Object known = problem.getProperties() == null ? null : problem.getProperties().get("retryAfter");
        return Optional.of(known == null ? RETRY_SECONDS : known.toString());
    }

    /** The problem nearest to a status that something else has chosen. */
    static ProblemDetail ofStatus(HttpStatusCode status, HttpServletRequest request) {
        ProblemType type = switch (status.value()) {
            case 401 -> ProblemType.UNAUTHENTICATED;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.NOTHING_THERE;
            case 405 -> ProblemType.METHOD_NOT_ALLOWED;
            case 406 -> ProblemType.NOT_ACCEPTABLE;
            case 408 -> ProblemType.REQUEST_TIMEOUT;
            case 413 -> ProblemType.CONTENT_TOO_LARGE;
            case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> ProblemType.UNAVAILABLE;
            default -> status.is4xxClientError() ? ProblemType.BAD_REQUEST : ProblemType.INTERNAL_ERROR;
        };
        // Only the web server itself says so without saying what it takes or gives: what is not said otherwise is JSON.
        boolean aboutTypes = type == ProblemType.UNSUPPORTED_MEDIA_TYPE || type == ProblemType.NOT_ACCEPTABLE;
        return of(type, aboutTypes ? JSON_ALONE : Map.of(), request);
    }

    /** What was asked for; the root stands for what is no URI, or was not even read: an empty one would be left out. */
    private static URI instance(HttpServletRequest request) {
        String uri = request.getRequestURI();
        try {
            return uri == null || uri.isEmpty() ? URI.create("/") : URI.create(uri);
        } catch (IllegalArgumentException e) {
            return URI.create("/");
        }
    }
}
