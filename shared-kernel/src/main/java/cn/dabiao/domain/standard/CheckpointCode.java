package cn.dabiao.domain.standard;

import java.util.regex.Pattern;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** The code of a checkpoint (考评要点): the item's number, a dot, and its number in the item, e.g. {@code 2.12}. */
public record CheckpointCode(String value) implements SingleValue<String> {

    private static final Pattern FORM = Pattern.compile("[1-9]\\d?\\.[1-9]\\d?");

    public CheckpointCode {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue(CheckpointCode.class, value);
        }
    }

    ItemNo item() {
        return new ItemNo(Integer.valueOf(value.substring(0, value.indexOf('.'))));
    }

    @Override
    public String toString() {
        return value;
    }
}
