package cn.dabiao.app.identity;

import java.io.IOException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.http.converter.OAuth2ErrorHttpMessageConverter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

import cn.dabiao.app.observing.RefusedLogins;

/**
 * Answers a token request that failed as RFC 6749, section 5.2, asks: JSON with {@code error}, and with a
 * challenge where the client is not known. Spring's own handlers leave out the challenge, and leave out the body
 * where no credentials were sent. Each is a line in the log of refusals.
 */
final class OAuthErrors implements AuthenticationEntryPoint, AuthenticationFailureHandler {

    private static final OAuth2ErrorHttpMessageConverter CONVERTER = new OAuth2ErrorHttpMessageConverter();

    private final RefusedLogins refused;

    OAuthErrors(RefusedLogins refused) {
        this.refused = refused;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        write(request, response, OAuth2ErrorCodes.INVALID_CLIENT);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        write(
                request,
                response,
                failure instanceof OAuth2AuthenticationException oauth
                        ? oauth.getError().getErrorCode()
                        : OAuth2ErrorCodes.SERVER_ERROR);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String code) throws IOException {
        boolean unknownClient = code.equals(OAuth2ErrorCodes.INVALID_CLIENT);
        if (unknownClient) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"dabiao\"");
        }
        HttpStatus status = unknownClient ? HttpStatus.UNAUTHORIZED : HttpStatus.BAD_REQUEST;
        refused.refused(request, status.value(), code);
        ServletServerHttpResponse message = new ServletServerHttpResponse(response);
        message.setStatusCode(status);
        CONVERTER.write(new OAuth2Error(code), null, message);
    }
}
