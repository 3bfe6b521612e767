package cn.dabiao.app.idempotency;

import java.util.Set;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerAdapter;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

import cn.dabiao.api.problem.IdempotencyKeyException;
import cn.dabiao.app.idempotency.AnswerTable.Remembered;
import cn.dabiao.ledger.once.KeyedRequest;
import cn.dabiao.ledger.once.RequestKey;

/**
 * Stands before the controllers, and behind the question whether the caller may: serves a request with a key, or answers it as
 * it was answered before. What a controller throws goes its usual way. A refusal had no effect and is not remembered.
 */
final class OnceAdapter implements HandlerAdapter, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(OnceAdapter.class);
    private static final Set<String> METHODS = Set.of(HttpMethod.POST.name(), HttpMethod.PUT.name());
    /** A longer answer is made anew from what is done. */
    private static final int LONGEST_ANSWER = 4 << 20;
    private static final int MILLIS_OF_A_TRY = 100;
    /** Ten seconds: longer than a write takes, and shorter than callers wait. */
    private static final int TRIES = 100;

    private final RequestMappingHandlerAdapter controllers;
    private final AnswerTable answers;
    private final DataSize longestBody;
    private final LockFactory locks = PessimisticLockFactory.builder()
            .acquireAttempts(TRIES)
            .lockAttemptTimeout(MILLIS_OF_A_TRY)
            .build();

    /** @param longestBody of a request that is no form: it is held in memory to be told from others */
    OnceAdapter(RequestMappingHandlerAdapter controllers, AnswerTable answers, DataSize longestBody) {
        this.controllers = controllers;
        this.answers = answers;
        this.longestBody = longestBody;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Object handler) {
        return controllers.supports(handler);
    }

    @Override
    public @Nullable ModelAndView handle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        return METHODS.contains(request.getMethod()) && KeyHeader.isOn(request) && caller() instanceof Jwt caller
                ? handleOnce(request, response, handler, caller)
                : controllers.handle(request, response, handler);
    }

    private static @Nullable Object caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? null : authentication.getPrincipal();
    }

    private @Nullable ModelAndView handleOnce(
            HttpServletRequest request, HttpServletResponse response, Object handler, Jwt caller) throws Exception {
        String key = KeyHeader.of(request);
        boolean form = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class) != null;
        // A form lies on disk by now, within the limits of uploads.
        HttpServletRequest read = form ? request : ReadBody.of(request, longestBody);
        RequestKey once = new RequestKey(
                Fingerprint.ofCaller(caller.getClaimAsString("iss"), caller.getSubject()),
                key,
                answers.keyed(read instanceof ReadBody body ? Fingerprint.of(body, body.body()) : Fingerprint.ofForm(read)));
        Lock turn = turn(once);
        try {
            return answeredOrHandled(once, read, response, handler);
        } finally {
            turn.release();
        }
    }

    /** The same requests of this node wait for each other; those of several nodes meet in the ledger. */
    private Lock turn(RequestKey once) {
        try {
            return locks.obtainLock(once.caller() + " " + once.key());
        } catch (LockAcquisitionFailedException e) {
            throw IdempotencyKeyException.inUse(once.key());
        }
    }

    private @Nullable ModelAndView answeredOrHandled(
            RequestKey once, HttpServletRequest request, HttpServletResponse response, Object handler) throws Exception {
        Remembered remembered = answers.look(once);
        if (remembered.fingerprint() != null && !remembered.fingerprint().equals(once.fingerprint())) {
            throw IdempotencyKeyException.reused(once.key());
        }
        if (remembered.answer() != null) {
            remembered.answer().replay(response);
            return null;
        }
        ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
        KeyedRequest keyed = new KeyedRequest(once, remembered.fingerprint() != null);
        ModelAndView view = keyed.around(() -> controllers.handle(request, held, handler));
        keep(once, held, keyed.isNamingPersons());
        held.copyBodyToResponse();
        return view;
    }

    /** Before it is sent: whoever has it, and asks again, is told the same. */
    private void keep(RequestKey once, ContentCachingResponseWrapper response, boolean namesPersons) {
        if (response.getStatus() / 100 != 2 || response.getContentSize() > LONGEST_ANSWER) {
            return;
        }
        try {
            answers.keep(once, StoredAnswer.of(response), namesPersons);
        } catch (DataAccessException e) {
            LOG.warn("An answer is not remembered; the same request is carried out once all the same: {}", e.getMessage());
        }
    }
}
