package cn.dabiao.api.problem;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jakarta.validation.ConstraintViolation;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

import cn.dabiao.domain.value.InvalidValue;

/** Broken size bounds of the contract's records and parameters ({@code @Size}, {@code @Min}, {@code @Max}). */
final class ConstraintErrors {

    private ConstraintErrors() {}

    static List<FieldError> in(MethodArgumentNotValidException invalid, Locale locale) {
        return invalid.getBindingResult().getAllErrors().stream()
                .map(error -> error(violation(error), pointer(error), locale))
                .toList();
    }

    static List<FieldError> in(HandlerMethodValidationException invalid, Locale locale) {
        return invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> error(
                                result.unwrap(error, ConstraintViolation.class),
                                String.valueOf(result.getMethodParameter().getParameterName()),
                                locale)))
                .toList();
    }

    private static FieldError error(ConstraintViolation<?> violation, String field, Locale locale) {
        Map<String, Object> bounds = violation.getConstraintDescriptor().getAttributes();
        String rule = violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        return new FieldError(field, shown(violation.getInvalidValue()), rule, ProblemTexts.expected(rule, bounds, locale));
    }

    private static @Nullable String shown(@Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return Integer.toString(collection.size());
        }
        return value == null ? null : InvalidValue.printable(value);
    }

    private static ConstraintViolation<?> violation(ObjectError error) {
        return error.unwrap(ConstraintViolation.class);
    }

    /** {@code items[3].deductions} as {@code /items/3/deductions}. */
    private static String pointer(MessageSourceResolvable error) {
        String path = error instanceof org.springframework.validation.FieldError field ? field.getField() : "";
        return "/" + path.replace('.', '/').replace("[", "/").replace("]", "");
    }
}
