package cn.dabiao.domain.evidence;

import java.util.regex.Pattern;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** What kind of file it is, without parameters (RFC 6838), in lower case, e.g. {@code image/jpeg}. */
public record MediaType(String value) implements SingleValue<String>, Comparable<MediaType> {

    private static final Pattern FORM =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,62}/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}");

    public MediaType {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValue(MediaType.class, value);
        }
    }

    @Override
    public int compareTo(MediaType other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
