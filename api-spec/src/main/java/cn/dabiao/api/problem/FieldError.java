package cn.dabiao.api.problem;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.refusal.Refusal;
import cn.dabiao.domain.value.InvalidValue;

/**
 * One field of a request that is not as it has to be.
 *
 * @param field    where it is: a JSON pointer into the body, or the name of a path, query or header parameter
 * @param value    what was given, shortened; absent when nothing was
 * @param rule     the rule it breaks, stable, e.g. {@code required}, {@code unknown-field}, {@code SchoolCode}
 * @param expected what would be right, in the reader's language
 */
public record FieldError(String field, @Nullable String value, String rule, String expected) {

    /** @param facts what the rule's text is filled with */
    public static FieldError of(
            String field, @Nullable String value, String rule, Map<String, ?> facts, Locale locale) {
        return new FieldError(
                field,
                value == null ? null : InvalidValue.printable(value),
                rule,
                ProblemTexts.expected(rule, facts, locale));
    }

    /** What a refusal of the domain says of one field: its problem's name and its words. */
    public static FieldError of(String field, @Nullable String value, Refusal refusal, Locale locale) {
        ProblemType type = RefusalTypes.of(refusal);
        return new FieldError(field, value, type.slug(), ProblemTexts.detail(type, Facts.of(refusal), locale));
    }
}
