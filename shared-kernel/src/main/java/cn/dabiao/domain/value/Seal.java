package cn.dabiao.domain.value;

import java.util.regex.Pattern;

/**
 * The form in which the name or the number of a person is kept: ciphertext under a key that is that person's alone. What is
 * decided never depends on what is inside; who may read it opens it at the very edge.
 */
public final class Seal {

    private static final String BEGINNING = "sealed:";
    private static final Pattern FORM = Pattern.compile(BEGINNING + "[np]:[A-Za-z0-9_-]{22}:[A-Za-z0-9_-]{38,400}");

    private Seal() {}

    public static boolean is(String text) {
        return text.startsWith(BEGINNING) && FORM.matcher(text).matches();
    }
}
