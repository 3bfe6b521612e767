package cn.dabiao.domain.value;

import java.util.regex.Pattern;

/**
 * A Chinese telephone number: a mobile of 11 digits, or a landline with its area code, e.g. {@code 0518-83223456};
 * or the {@link Seal} of one.
 */
public record Phone(String value) implements SingleValue<String> {

    private static final Pattern FORM = Pattern.compile("1\\d{10}|0\\d{2,3}-?\\d{7,8}");

    public Phone {
        if (!Seal.is(value)) {
            Texts.matching(Phone.class, value, FORM);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
