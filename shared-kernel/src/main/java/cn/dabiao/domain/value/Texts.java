package cn.dabiao.domain.value;

import java.util.regex.Pattern;

/** The checks that the text values share. */
final class Texts {

    /**
     * Anything that PostgreSQL would choke on or that would deceive a reader: controls (NUL first), halves of
     * characters, and the invisible marks that join words, turn their direction or make two names differ unseen.
     */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]|\\p{Cs}|\\p{Cf}");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]*");
    private static final Pattern SEVERAL_LINES = Pattern.compile("[\\r\\n\\t\\u2028\\u2029]");
    /** A name with a blank before or after it would look like another and be another. */
    private static final Pattern PADDED = Pattern.compile("[\\s\\p{Z}].*|.*[\\s\\p{Z}]");

    private Texts() {}

    /**
     * A text of 1 to {@code max} characters (code points) that is not blank, holds no control character and is no seal: what
     * is shown to one may be opened for another.
     */
    static String written(Class<?> type, String value, int max) {
        if (Seal.is(value) || BLANK.matcher(value).matches() || value.codePointCount(0, value.length()) > max || UNPRINTABLE.matcher(value).find()) {
            throw new InvalidValue(type, value);
        }
        return value;
    }

    static String line(Class<?> type, String value, int max) {
        if (SEVERAL_LINES.matcher(value).find() || PADDED.matcher(value).matches()) {
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
