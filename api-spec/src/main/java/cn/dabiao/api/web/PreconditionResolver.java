package cn.dabiao.api.web;

import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import cn.dabiao.api.ShownTag;
import cn.dabiao.domain.assessment.Precondition;

/** Reads If-Match into a {@link Precondition}. Weak tags never match (RFC 9110 §13.1.1), so they are kept as they came. */
final class PreconditionResolver implements HandlerMethodArgumentResolver {

    private static final String ANY = "*";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Precondition.class;
    }

    @Override
    public Precondition resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
        List<String> tags = new ArrayList<>();
        Enumeration<String> headers = servlet == null ? null : servlet.getHeaders(HttpHeaders.IF_MATCH);
        while (headers != null && headers.hasMoreElements()) {
            String header = headers.nextElement();
            List<ETag> parsed = ETag.parse(header);
            if (parsed.isEmpty()) {
                // Not an entity tag, e.g. without quotes: it may match nothing, and the answer shows it. "*" names none.
                tags.add(header.strip().equals(ANY) ? ANY : "?" + header);
            }
            parsed.forEach(tag -> tags.add(tag.weak() ? tag.formattedTag() : ShownTag.version(tag.tag())));
        }
        return new Precondition(tags);
    }
}
