package cn.dabiao.app.observing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import cn.dabiao.api.RequestIds;
import cn.dabiao.domain.value.InvalidValue;

/**
 * One line for each token that was asked for in vain, among those of {@link SecurityLog}. It says which client was
 * named, which proves nothing, and never the secret; nor what may be one, where the two cannot be told apart.
 */
@Component
public final class RefusedLogins {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityLog.LOGGER);
    private static final String NONE = "none";
    private static final String BASIC = "Basic ";

    RefusedLogins() {}

    /** @param reason the error of RFC 6749, section 5.2 */
    public void refused(HttpServletRequest request, int status, String reason) {
        String client = InvalidValue.printable(client(request));
        String id = RequestIds.of(request);
        LOG.atInfo()
                .addKeyValue("event", "login-refused")
                .addKeyValue("subject", NONE)
                .addKeyValue("client", client)
                .addKeyValue("request", id)
                .addKeyValue("method", request.getMethod())
                .addKeyValue("template", request.getRequestURI())
                .addKeyValue("status", status)
                .addKeyValue("reason", reason)
                .log("refused {} {} {} a token to client {} in {}: {}",
                        status, request.getMethod(), request.getRequestURI(), client, id, reason);
    }

    private static String client(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())
                    ? ofBasic(authorization.substring(BASIC.length()).strip())
                    : NONE;
        }
        String named = request.getParameter("client_id");
        return named == null || named.isEmpty() ? NONE : named;
    }

    /** As it was sent, which for an id of ours is what it is. */
    private static String ofBasic(String credentials) {
        try {
            String decoded = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            return colon > 0 ? decoded.substring(0, colon) : NONE;
        } catch (IllegalArgumentException notBase64) {
            return NONE;
        }
    }
}
