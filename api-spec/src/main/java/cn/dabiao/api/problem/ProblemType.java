package cn.dabiao.api.problem;

import java.net.URI;
import java.util.Locale;

import org.springframework.http.HttpStatus;

/**
 * The problems that can be answered, each with its status. The {@code type} of RFC 9457 is
 * {@code https://dabiao.cn/problems/} and the name in lower case with hyphens; it never changes once published.
 */
public enum ProblemType {
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST),
    INVALID_REQUEST(HttpStatus.BAD_REQUEST),
    BAD_REQUEST(HttpStatus.BAD_REQUEST),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED),
    FORBIDDEN(HttpStatus.FORBIDDEN),
    ROLE_NOT_PERMITTED(HttpStatus.FORBIDDEN),
    ANOTHER_BUREAU(HttpStatus.FORBIDDEN),
    ANOTHER_SCHOOL(HttpStatus.FORBIDDEN),
    ANOTHER_INSPECTOR(HttpStatus.FORBIDDEN),
    NOT_INSPECTOR_OF_ROUND(HttpStatus.FORBIDDEN),
    NOT_FOUND(HttpStatus.NOT_FOUND),
    NOTHING_THERE(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    CONTENT_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    VERSION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED),
    STALE_VERSION(HttpStatus.PRECONDITION_FAILED),
    ALREADY_EXISTS(HttpStatus.CONFLICT),
    SCHOOL_CEASED(HttpStatus.CONFLICT),
    WRONG_PHASE(HttpStatus.CONFLICT),
    NOT_QUALIFIED(HttpStatus.CONFLICT),
    ROUND_ALREADY_SIGNED(HttpStatus.CONFLICT),
    ALREADY_SIGNED(HttpStatus.CONFLICT),
    ROUND_INCOMPLETE(HttpStatus.CONFLICT),
    SIGNATURES_MISSING(HttpStatus.CONFLICT),
    NOT_CURRENT_ROUND(HttpStatus.CONFLICT),
    GRADE_DIFFERS(HttpStatus.CONFLICT),
    NOT_ENOUGH_INSPECTORS(HttpStatus.CONFLICT),
    DRAWN_INSPECTOR_RECUSED(HttpStatus.CONFLICT),
    ALREADY_RECUSED(HttpStatus.CONFLICT),
    NO_RECUSAL_REQUESTED(HttpStatus.CONFLICT),
    RECUSAL_ALREADY_DECIDED(HttpStatus.CONFLICT),
    REDRAW_NEEDS_REASON(HttpStatus.UNPROCESSABLE_CONTENT),
    UNKNOWN_ITEM(HttpStatus.UNPROCESSABLE_CONTENT),
    UNKNOWN_CHECKPOINT(HttpStatus.UNPROCESSABLE_CONTENT),
    DEDUCTION_OFF_STEP(HttpStatus.UNPROCESSABLE_CONTENT),
    DEDUCTION_OUT_OF_BOUNDS(HttpStatus.UNPROCESSABLE_CONTENT),
    TOO_MUCH_DEDUCTED(HttpStatus.UNPROCESSABLE_CONTENT),
    DEDUCTED_BUT_NOT_APPLICABLE(HttpStatus.UNPROCESSABLE_CONTENT),
    NOT_MEASURABLE_SO(HttpStatus.UNPROCESSABLE_CONTENT),
    THRESHOLD_MISSED(HttpStatus.UNPROCESSABLE_CONTENT),
    ITEMS_INCOMPLETE(HttpStatus.UNPROCESSABLE_CONTENT),
    SCORED_AT_IMPOSSIBLE(HttpStatus.UNPROCESSABLE_CONTENT),
    MEASUREMENT_CONTRADICTED(HttpStatus.UNPROCESSABLE_CONTENT),
    VISIT_TOO_FAR_AHEAD(HttpStatus.UNPROCESSABLE_CONTENT),
    DECLARED_IN_FUTURE(HttpStatus.UNPROCESSABLE_CONTENT),
    DEMO_NOT_HERE(HttpStatus.CONFLICT),
    INCONSISTENT_STANDARD(HttpStatus.UNPROCESSABLE_CONTENT),
    MERGED_INTO_ITSELF(HttpStatus.UNPROCESSABLE_CONTENT),
    ROWS_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    NOT_YET_VISIBLE(HttpStatus.SERVICE_UNAVAILABLE);

    private static final String BASE = "https://dabiao.cn/problems/";

    private final HttpStatus status;

    ProblemType(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** The last part of the type, e.g. {@code not-qualified}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public URI uri() {
        return URI.create(BASE + slug());
    }
}
