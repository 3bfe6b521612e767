package cn.dabiao.domain.value;

/**
 * Says that a text or number is not a value of the named type. The type's rule is told to the reader in the reader's
 * language by whoever faces the reader; here are only the facts.
 */
public final class InvalidValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 60;

    private final String type;
    private final String value;

    public InvalidValue(Class<?> type, Object value) {
        this(type.getSimpleName(), value);
    }

    private InvalidValue(String type, Object value) {
        super("%s is not a %s".formatted(printable(value), type));
        this.type = type;
        this.value = printable(value);
    }

    /** The simple name of the value's type, e.g. {@code SchoolCode}. */
    public String type() {
        return type;
    }

    /** What was given: at most 60 characters of it, control characters replaced by U+FFFD. */
    public String value() {
        return value;
    }

    /** Makes any input safe to show in an answer or a log line: short, and free of control characters. */
    public static String printable(Object input) {
        String text = String.valueOf(input).replaceAll("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]", "\uFFFD");
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
