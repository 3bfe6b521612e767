package cn.dabiao.domain.value;

import java.util.regex.Pattern;

/** The name of a file without any path: 1 to 120 characters, no {@code /} and no {@code \}. */
public record FileName(String value) implements SingleValue<String> {

    private static final Pattern PATHS = Pattern.compile("[/\\\\]");

    public FileName {
        Texts.line(FileName.class, value, 120);
        if (PATHS.matcher(value).find()) {
            throw new InvalidValue(FileName.class, value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
