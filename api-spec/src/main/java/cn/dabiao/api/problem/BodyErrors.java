package cn.dabiao.api.problem;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** Says which field of a JSON body is wrong and what would be right, from what Jackson found. */
final class BodyErrors {

    /** Jackson has no exception of its own for a component that is not there. */
    private static final String MISSING = "Missing required creator property";

    private BodyErrors() {}

    /** The field at fault; empty when the body is not JSON at all or is not there. */
    static Optional<FieldError> in(HttpMessageNotReadableException unreadable, Locale locale) {
        Throwable cause = unreadable.getMostSpecificCause();
        return switch (unreadable.getCause()) {
            case UnrecognizedPropertyException unknown -> Optional.of(error(
                    pointer(unknown), null, "unknown-field", Map.of("known", known(unknown)), locale));
            case InvalidNullException missing -> Optional.of(required(pointer(missing), locale));
            case ValueInstantiationException value when cause instanceof InvalidValue invalid -> Optional.of(error(
                    pointer(value), invalid.value(), invalid.type(), Map.of(), locale));
            case ValueInstantiationException value -> Optional.of(error(
                    pointer(value), null, "well-formed", Map.of(), locale));
            case InvalidFormatException format -> Optional.of(error(
                    pointer(format), InvalidValue.printable(format.getValue()), ruleFor(format.getTargetType()),
                    accepted(format.getTargetType()), locale));
            case MismatchedInputException mismatch -> Optional.of(mismatched(mismatch, locale));
            case null, default -> Optional.empty();
        };
    }

    /** Where the JSON itself breaks. */
    static Map<String, ?> whereMalformed(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof StreamReadException broken) {
            TokenStreamLocation location = broken.getLocation();
            if (location != null) {
                return Map.of("line", location.getLineNr(), "column", location.getColumnNr());
            }
        }
        return Map.of("line", 1, "column", 1);
    }

    private static FieldError mismatched(MismatchedInputException mismatch, Locale locale) {
        if (String.valueOf(mismatch.getMessage()).startsWith(MISSING)) {
            return required(pointer(mismatch), locale);
        }
        Class<?> target = mismatch.getTargetType();
        return error(pointer(mismatch), null, ruleFor(target), accepted(target), locale);
    }

    private static FieldError required(String field, Locale locale) {
        return error(field, null, "required", Map.of(), locale);
    }

    private static FieldError error(
            String field, @Nullable String value, String rule, Map<String, ?> facts, Locale locale) {
        return new FieldError(field, value, rule, ProblemTexts.expected(rule, facts, locale));
    }

    private static List<String> known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null
                ? List.of()
                : unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
    }

    private static String ruleFor(@Nullable Class<?> target) {
        if (target == null) {
            return "well-formed";
        }
        if (SingleValue.class.isAssignableFrom(target)) {
            return target.getSimpleName();
        }
        if (target.isEnum()) {
            return "one-of";
        }
        if (target == LocalDate.class) {
            return "date";
        }
        if (target == Instant.class) {
            return "instant";
        }
        if (target == ZoneId.class) {
            return "zone";
        }
        if (target == boolean.class || target == Boolean.class) {
            return "boolean";
        }
        if (Number.class.isAssignableFrom(target) || target == int.class || target == BigDecimal.class) {
            return "number";
        }
        if (List.class.isAssignableFrom(target)) {
            return "array";
        }
        return "object";
    }

    private static Map<String, ?> accepted(@Nullable Class<?> target) {
        return target != null && target.isEnum()
                ? Map.of("known", Arrays.stream(target.getEnumConstants()).map(String::valueOf).toList())
                : Map.of();
    }

    /** Jackson's path as a JSON pointer (RFC 6901). */
    private static String pointer(JacksonException exception) {
        StringBuilder pointer = new StringBuilder();
        for (JacksonException.Reference step : exception.getPath()) {
            String name = step.getPropertyName();
            pointer.append('/');
            pointer.append(name == null
                    ? Integer.toString(step.getIndex())
                    : InvalidValue.printable(name).replace("~", "~0").replace("/", "~1"));
        }
        return pointer.isEmpty() ? "/" : pointer.toString();
    }
}
