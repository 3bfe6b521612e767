package cn.dabiao.api.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

import cn.dabiao.api.RequestIds;

/**
 * What has begun to be sent cannot become a problem any more. The failure goes on to the web server, which breaks off the
 * connection: nobody is to take a part for the whole, or a problem for its last lines.
 */
final class BrokenOffAnswers implements HandlerExceptionResolver {

    private static final Logger LOG = LoggerFactory.getLogger(BrokenOffAnswers.class);

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!response.isCommitted()) {
            return null;
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            LOG.debug("the caller of request {} went away", RequestIds.of(request));
            return new ModelAndView();
        }
        LOG.error("the answer to request {} is broken off", RequestIds.of(request), failure);
        throw failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }
}
