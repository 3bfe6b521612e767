package cn.dabiao.api.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.domain.value.InvalidValue;

/** Refuses query parameters that the operation does not have: a misspelt filter must not silently show everything. */
final class KnownParametersInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            List<String> known = Arrays.stream(method.getMethodParameters())
                    .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                    .map(KnownParametersInterceptor::nameOf)
                    .toList();
            parameters(request).forEach((name, values) -> {
                if (!known.contains(name)) {
                    String shown = values.length == 0 ? "" : InvalidValue.printable(values[0]);
                    throw new InvalidRequestException(
                            InvalidValue.printable(name), shown, "unknown-parameter", Map.of("known", known));
                }
                if (values.length > 1) {
                    throw new InvalidRequestException(name, String.join(", ", values), "once", Map.of());
                }
            });
        }
        return true;
    }

    /** The web server refuses what is no query at all, or too long a one, with an exception of its own when it is asked. */
    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException e) {
            throw new InvalidRequestException("?", null, "query", Map.of());
        }
    }

    private static String nameOf(MethodParameter parameter) {
        RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
        String named = annotation == null ? "" : annotation.name();
        return named.isEmpty() ? String.valueOf(parameter.getParameter().getName()) : named;
    }
}
