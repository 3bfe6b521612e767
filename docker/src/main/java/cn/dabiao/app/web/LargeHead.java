package cn.dabiao.app.web;

import java.util.Map;

import org.apache.catalina.connector.Request;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;

import cn.dabiao.api.problem.ProblemType;

/**
 * Tomcat answers 400 to a head that is larger than it reads, as to one that makes no sense; what it was is told by the
 * failure's words alone, which are looked up where Tomcat looks them up. RFC 6585 §5 has 431 for it, and RFC 9110
 * §15.5.15 has 414 where the address is what is too long.
 */
final class LargeHead {

    private static final String TOO_LARGE =
            StringManager.getManager(AbstractHttp11Protocol.class).getString("iib.requestheadertoolarge.error");

    private LargeHead() {}

    /** Null where the head was refused for something else. */
    static @Nullable ProblemType of(Request request, @Nullable Throwable failure) {
        if (failure == null || failure.getMessage() == null) {
            return null;
        }
        if (failure.getMessage().equals(TOO_LARGE)) {
            String address = request.getRequestURI();
            // It is known once it was read to its end.
            return address == null || address.isEmpty() ? ProblemType.URI_TOO_LONG : ProblemType.HEADERS_TOO_LARGE;
        }
        return failure.getMessage().equals(tooMany(protocol(request).getMaxHeaderCount()))
                ? ProblemType.HEADERS_TOO_LARGE
                : null;
    }

    static Map<String, ?> limits(Request request) {
        AbstractHttp11Protocol<?> protocol = protocol(request);
        return Map.of("limit", protocol.getMaxHttpRequestHeaderSize(), "headers", protocol.getMaxHeaderCount());
    }

    private static String tooMany(int limit) {
        return StringManager.getManager(MimeHeaders.class).getString("headers.maxCountFail", limit);
    }

    private static AbstractHttp11Protocol<?> protocol(Request request) {
        return (AbstractHttp11Protocol<?>) request.getConnector().getProtocolHandler();
    }
}
