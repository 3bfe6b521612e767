package cn.dabiao.domain.rectification;

import java.util.regex.Pattern;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** The id of a rectification order within its assessment, e.g. {@code r1}: 1 to 40 of a–z, 0–9 and {@code -}. */
public record OrderId(String value) implements SingleValue<String> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public OrderId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue(OrderId.class, value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
