package cn.dabiao.domain.people;

import java.util.UUID;

import cn.dabiao.domain.value.InvalidValue;
import cn.dabiao.domain.value.SingleValue;

/** A person by a number that tells nothing of them: a UUID in its usual form. */
public record PersonId(String value) implements SingleValue<String> {

    public PersonId {
        if (value.length() != 36 || !isUuid(value)) {
            throw new InvalidValue(PersonId.class, value);
        }
    }

    public static PersonId of(UUID id) {
        return new PersonId(id.toString());
    }

    public UUID uuid() {
        return UUID.fromString(value);
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
