package cn.dabiao.domain.measure;

import java.util.regex.Pattern;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** The id of a measure within its assessment, e.g. {@code m1}: 1 to 40 of a–z, 0–9 and {@code -}. */
public record MeasureId(String value) implements SingleValue<String> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public MeasureId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue(MeasureId.class, value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
