package cn.dabiao.api.assessment;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** A list that a request may leave out is an empty list. */
final class Lists {

    private Lists() {}

    static <T> List<T> orNone(@Nullable List<T> given) {
        return Objects.requireNonNullElse(given, List.of());
    }
}
