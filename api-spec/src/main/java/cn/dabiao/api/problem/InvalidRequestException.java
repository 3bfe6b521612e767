package cn.dabiao.api.problem;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A parameter of a request is wrong in a way that no type expresses, e.g. a query parameter that does not exist. */
public final class InvalidRequestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final @Nullable String value;
    private final String rule;
    private final transient Map<String, ?> facts;

    public InvalidRequestException(String field, @Nullable String value, String rule, Map<String, ?> facts) {
        super(field + " breaks " + rule, null, false, false);
        this.field = field;
        this.value = value;
        this.rule = rule;
        this.facts = facts;
    }

    List<FieldError> errors(Locale locale) {
        return List.of(new FieldError(field, value, rule, ProblemTexts.expected(rule, facts, locale)));
    }
}
