package cn.dabiao.domain.assessment;

import java.util.regex.Pattern;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** The seed of a draw, 1 to 64 of A–Z, a–z, 0–9, {@code -} and {@code _}: with it anyone can draw again. */
public record Seed(String value) implements SingleValue<String> {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    public Seed {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue(Seed.class, value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
