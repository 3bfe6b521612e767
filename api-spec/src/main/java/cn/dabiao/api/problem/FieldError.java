package cn.dabiao.api.problem;

import org.jspecify.annotations.Nullable;

/**
 * One field of a request that is not as it has to be.
 *
 * @param field    where it is: a JSON pointer into the body, or the name of a path, query or header parameter
 * @param value    what was given, shortened; absent when nothing was
 * @param rule     the rule it breaks, stable, e.g. {@code required}, {@code unknown-field}, {@code SchoolCode}
 * @param expected what would be right, in the reader's language
 */
public record FieldError(String field, @Nullable String value, String rule, String expected) {}
