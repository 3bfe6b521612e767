package cn.dabiao.domain.standard;

import java.util.regex.Pattern;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** The code of a category (项目), e.g. {@code HARDWARE}: 2 to 30 of A–Z, 0–9 and {@code _}. */
public record CategoryCode(String value) implements SingleValue<String> {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{1,29}");

    public CategoryCode {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue(CategoryCode.class, value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
