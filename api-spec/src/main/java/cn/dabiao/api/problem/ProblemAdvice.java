package cn.dabiao.api.problem;

import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

import cn.dabiao.api.RequestIds;
import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.refusal.RefusedException;
import cn.dabiao.evidence.EvidenceUnavailable;

/** Turns whatever goes wrong into a problem; what nobody foresaw is logged under the request's id and told as such. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final ObjectProvider<MultipartConfigElement> uploads;
    private final ProblemListener listener;

    /** @param uploads how large they may be */
    ProblemAdvice(ObjectProvider<MultipartConfigElement> uploads, ObjectProvider<ProblemListener> listeners) {
        this.uploads = uploads;
        this.listener = ProblemListener.all(listeners);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RefusedException refused, HttpServletRequest request) {
        return answer(Problems.of(refused.refusal(), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> forbidden(ForbiddenException forbidden, HttpServletRequest request) {
        return answer(Problems.of(ProblemType.FORBIDDEN, forbidden.facts(), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidRequestException invalid, HttpServletRequest request) {
        return answer(Problems.invalid(invalid.errors(Languages.preferred(request)), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidFieldsException invalid, HttpServletRequest request) {
        return answer(Problems.invalid(invalid.errors(), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(RowsRefusedException refused, HttpServletRequest request) {
        return answer(Problems.of(ProblemType.ROWS_REFUSED, refused.facts(), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(IdempotencyKeyException refused, HttpServletRequest request) {
        return answer(Problems.of(refused.type(), refused.facts(), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(HttpMediaTypeNotSupportedException mistyped, HttpServletRequest request) {
        List<String> supported =
                mistyped.getSupportedMediaTypes().stream().map(MediaType::toString).toList();
        return answer(
                Problems.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, Map.of("supported", supported), request),
                mistyped.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unacceptable(HttpMediaTypeNotAcceptableException unacceptable, HttpServletRequest request) {
        List<String> supported =
                unacceptable.getSupportedMediaTypes().stream().map(MediaType::toString).toList();
        return answer(
                supported.isEmpty()
                        ? Problems.ofStatus(HttpStatus.NOT_ACCEPTABLE, request)
                        : Problems.of(ProblemType.NOT_ACCEPTABLE, Map.of("supported", supported), request),
                unacceptable.getHeaders());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        // Jackson wraps it where a field was being read.
        if (unreadable.getMostSpecificCause() instanceof BodyTooLarge tooLarge) {
            return tooLarge(tooLarge, request);
        }
        if (unreadable.getMostSpecificCause() instanceof SocketTimeoutException) {
            return answer(Problems.of(ProblemType.REQUEST_TIMEOUT, request));
        }
        return BodyErrors.in(unreadable, Languages.preferred(request))
                .map(error -> answer(Problems.invalid(List.of(error), request)))
                .orElseGet(() -> answer(Problems.of(
                        ProblemType.MALFORMED_REQUEST, BodyErrors.whereMalformed(unreadable), request)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(MethodArgumentNotValidException invalid, HttpServletRequest request) {
        return answer(Problems.invalid(ConstraintErrors.in(invalid, Languages.preferred(request)), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(HandlerMethodValidationException invalid, HttpServletRequest request) {
        return answer(Problems.invalid(ConstraintErrors.in(invalid, Languages.preferred(request)), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException mistyped, HttpServletRequest request) {
        return answer(Problems.invalid(List.of(ParameterErrors.mistyped(mistyped, Languages.preferred(request))), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingRequestValueException missing, HttpServletRequest request) {
        return answer(Problems.invalid(List.of(ParameterErrors.missing(missing, Languages.preferred(request))), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestPartException missing, HttpServletRequest request) {
        return answer(Problems.invalid(
                List.of(UploadErrors.missing(missing, Languages.preferred(request))), request));
    }

    /** The web server reads no further than it has to, to know that it is too much; a smaller limit names itself. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        long limit = tooLarge.getMaxUploadSize();
        return answer(Problems.of(
                new Refusal.FileTooLarge(limit > 0 ? limit : uploads.getObject().getMaxFileSize()), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(BodyTooLarge tooLarge, HttpServletRequest request) {
        return answer(Problems.of(ProblemType.CONTENT_TOO_LARGE, tooLarge.facts(), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> outOfRange(RangeNotSatisfiable range, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_RANGE, range.contentRange());
        return answer(
                Problems.of(
                        ProblemType.RANGE_NOT_SATISFIABLE, Map.of("contentRange", range.contentRange()), request),
                headers);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> brokenOff(MultipartException broken, HttpServletRequest request) {
        return answer(Problems.invalid(List.of(UploadErrors.broken(Languages.preferred(request))), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> withoutEvidence(EvidenceUnavailable unavailable, HttpServletRequest request) {
        LOG.warn("request {} could not be served", RequestIds.of(request), unavailable);
        return answer(Problems.of(ProblemType.EVIDENCE_UNAVAILABLE, request));
    }

    /** A token that is sound but says nothing we can read: as good as none. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unauthenticated(AuthenticationException unreadable, HttpServletRequest request) {
        HttpHeaders challenge = new HttpHeaders();
        challenge.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        return answer(Problems.of(ProblemType.UNAUTHENTICATED, request), challenge);
    }

    /** Spring's firewall looks at a header when it is read: here, if no filter has read it before. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(RequestRejectedException rejected, HttpServletRequest request) {
        return answer(Problems.of(ProblemType.BAD_REQUEST, request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notYet(NotYetVisible notYet, HttpServletRequest request) {
        return answer(Problems.of(
                ProblemType.NOT_YET_VISIBLE, Map.of("wanted", notYet.wanted(), "shown", notYet.shown()), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(ExportsBusy busy, HttpServletRequest request) {
        return answer(Problems.of(ProblemType.EXPORTS_BUSY, Map.of("concurrent", busy.concurrent()), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> full(TooManyListeners full, HttpServletRequest request) {
        return answer(Problems.of(full.type(), Map.of("limit", full.limit()), request));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unforeseen(Exception unforeseen, HttpServletRequest request) {
        if (unforeseen instanceof ErrorResponse known) {
            return answer(Problems.ofStatus(known.getStatusCode(), request), known.getHeaders());
        }
        if (Outage.isBehind(unforeseen)) {
            LOG.warn("request {} could not be served: {}", RequestIds.of(request), unforeseen.getMessage());
            return answer(Problems.of(ProblemType.UNAVAILABLE, request));
        }
        LOG.error("request {} failed", RequestIds.of(request), unforeseen);
        return answer(Problems.of(ProblemType.INTERNAL_ERROR, request));
    }

    private ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return answer(problem, null);
    }

    private ResponseEntity<ProblemDetail> answer(ProblemDetail problem, @Nullable HttpHeaders headers) {
        listener.answered(problem);
        return ResponseEntity.status(problem.getStatus())
                .headers(headers == null ? HttpHeaders.EMPTY : headers)
                .headers(more -> Problems.retryAfter(problem)
                        .ifPresent(seconds -> more.set(HttpHeaders.RETRY_AFTER, seconds)))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
