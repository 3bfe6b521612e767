package cn.dabiao.api.problem;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** Path, query and header parameters that are missing or not of their type. */
final class ParameterErrors {

    private ParameterErrors() {}

    static FieldError mistyped(MethodArgumentTypeMismatchException mistyped, Locale locale) {
        Class<?> type = mistyped.getRequiredType();
        String rule = ruleFor(type);
        List<String> known = type != null && type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList()
                : List.of();
        return new FieldError(
                mistyped.getName(),
                InvalidValue.printable(String.valueOf(mistyped.getValue())),
                rule,
                ProblemTexts.expected(rule, Map.of("known", known), locale));
    }

    static FieldError missing(MissingRequestValueException missing, Locale locale) {
        String name = switch (missing) {
            case MissingRequestHeaderException header -> header.getHeaderName();
            case MissingServletRequestParameterException parameter -> parameter.getParameterName();
            default -> missing.getBody().getTitle();
        };
        return new FieldError(String.valueOf(name), null, "required", ProblemTexts.expected("required", Map.of(), locale));
    }

    private static String ruleFor(@Nullable Class<?> type) {
        if (type == null) {
            return "well-formed";
        }
        if (SingleValue.class.isAssignableFrom(type)) {
            return type.getSimpleName();
        }
        if (type.isEnum()) {
            return "one-of";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (type == Charset.class) {
            return "charset";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        }
        return type == Instant.class ? "instant" : "number";
    }
}
