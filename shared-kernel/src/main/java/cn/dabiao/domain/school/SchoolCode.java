package cn.dabiao.domain.school;

import java.util.regex.Pattern;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** The 10-digit school identification code (学校标识码), e.g. {@code 2132072401}. */
public record SchoolCode(String value) implements SingleValue<String> {

    private static final Pattern FORM = Pattern.compile("\\d{10}");

    public SchoolCode {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue(SchoolCode.class, value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
