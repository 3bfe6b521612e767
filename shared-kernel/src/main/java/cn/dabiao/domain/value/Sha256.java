package cn.dabiao.domain.value;

import java.util.regex.Pattern;

/** The SHA-256 of a file or a text, as 64 lower-case hexadecimal digits. */
public record Sha256(String value) implements SingleValue<String> {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        Texts.matching(Sha256.class, value, FORM);
    }

    @Override
    public String toString() {
        return value;
    }
}
