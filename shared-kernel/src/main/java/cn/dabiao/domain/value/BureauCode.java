package cn.dabiao.domain.value;

import java.util.regex.Pattern;

/** A county by its 6-digit GB/T 2260 code, e.g. {@code 320724} for Guannan. */
public record BureauCode(String value) implements SingleValue<String> {

    private static final Pattern FORM = Pattern.compile("[1-9]\\d{5}");

    public BureauCode {
        Texts.matching(BureauCode.class, value, FORM);
    }

    @Override
    public String toString() {
        return value;
    }
}
