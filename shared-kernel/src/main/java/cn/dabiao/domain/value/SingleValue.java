package cn.dabiao.domain.value;

/**
 * A value that is one string or one number with rules: written in JSON as that string or number, never as an object.
 *
 * @param <T> {@link String}, {@link Integer} or {@link java.math.BigDecimal}
 */
public interface SingleValue<T> {

    T value();
}
