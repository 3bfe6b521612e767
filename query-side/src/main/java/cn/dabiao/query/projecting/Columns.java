package cn.dabiao.query.projecting;

import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Rows turned into columns, for {@code unnest}: each value as its text, cast in the statement to its type. */
public final class Columns {

    private Columns() {}

    @SuppressWarnings("NullAway") // an array of values that may be null; PostgreSQL takes them as NULL
    public static <R> String[] column(Collection<R> rows, Function<R, @Nullable Object> value) {
        return rows.stream().map(row -> Objects.toString(value.apply(row), null)).toArray(String[]::new);
    }

    /** A single value as its text; null stays null. */
    public static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    public static String[] keys(Collection<String> keys) {
        return keys.toArray(String[]::new);
    }
}
