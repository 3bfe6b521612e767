package cn.dabiao.api.web;

import java.util.Arrays;
import java.util.List;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a body of any type, which Spring lets through to where it fails: a wildcard is for {@code Accept}. */
final class BodyTypeInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeNotSupportedException {
        String type = request.getMethod().equals("GET") ? null : request.getContentType();
        if (type != null && type.indexOf('*') >= 0 && handler instanceof HandlerMethod method) {
            throw new HttpMediaTypeNotSupportedException("a wildcard: " + type, supported(method));
        }
        return true;
    }

    private static List<MediaType> supported(HandlerMethod method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        List<MediaType> named = mapping == null
                ? List.of()
                : Arrays.stream(mapping.consumes()).map(MediaType::parseMediaType).toList();
        return named.isEmpty() ? List.of(MediaType.APPLICATION_JSON) : named;
    }
}
