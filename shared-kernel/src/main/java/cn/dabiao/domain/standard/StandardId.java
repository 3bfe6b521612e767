package cn.dabiao.domain.standard;

import java.util.regex.Pattern;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** The id of one version of a standard, e.g. {@code guannan-2018}: 2 to 40 of a–z, 0–9 and {@code -}. */
public record StandardId(String value) implements SingleValue<String> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");

    public StandardId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue(StandardId.class, value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
