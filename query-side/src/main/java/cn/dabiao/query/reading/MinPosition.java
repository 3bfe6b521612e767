package cn.dabiao.query.reading;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import cn.dabiao.api.Headers;
import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.query.projecting.Tokens;

/** What the caller asks to be shown at least: the request's {@link Headers#MIN_POSITION}. */
public final class MinPosition {

    private MinPosition() {}

    /** {@link Tokens#NOTHING} when the caller does not mind. */
    public static long ofRequest() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return of(request instanceof ServletRequestAttributes servlet
                ? servlet.getRequest().getHeader(Headers.MIN_POSITION)
                : null);
    }

    private static long of(@Nullable String header) {
        if (header == null) {
            return Tokens.NOTHING;
        }
        long position = number(header);
        if (position < 0) {
            throw invalid(header, "Min");
        }
        return position;
    }

    private static long number(String header) {
        try {
            return Long.parseLong(header);
        } catch (NumberFormatException e) {
            throw invalid(header, "number");
        }
    }

    private static InvalidRequestException invalid(String header, String rule) {
        return new InvalidRequestException(
                Headers.MIN_POSITION, InvalidValue.printable(header), rule, Map.of("value", 0));
    }
}
