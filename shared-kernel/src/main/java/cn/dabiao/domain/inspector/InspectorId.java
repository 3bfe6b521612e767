package cn.dabiao.domain.inspector;

import java.util.regex.Pattern;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** The id of an inspector in its bureau, e.g. {@code i-01}: 1 to 40 of a–z, 0–9 and {@code -}. */
public record InspectorId(String value) implements SingleValue<String>, Comparable<InspectorId> {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public InspectorId {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue(InspectorId.class, value);
        }
    }

    @Override
    public int compareTo(InspectorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
