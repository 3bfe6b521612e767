package cn.dabiao.domain.value;

import java.util.regex.Pattern;

/** The checks that the text values share. */
final class Texts {

    /** Anything PostgreSQL or a reader's screen would choke on: controls (NUL first) and halves of characters. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|\\p{Cs}");

    private Texts() {}

    /** A text of 1 to {@code max} characters (code points) that is not blank and holds no control character. */
    static String written(Class<?> type, String value, int max) {
        if (value.isBlank() || value.codePointCount(0, value.length()) > max || UNPRINTABLE.matcher(value).find()) {
            throw new InvalidValue(type, value);
        }
        return value;
    }

    static String line(Class<?> type, String value, int max) {
        if (value.indexOf('\n') >= 0 || value.indexOf('\t') >= 0) {
            throw new InvalidValue(type, value);
        }
        return written(type, value, max);
    }

    static String matching(Class<?> type, String value, Pattern pattern) {
        if (!pattern.matcher(value).matches()) {
            throw new InvalidValue(type, value);
        }
        return value;
    }
}
