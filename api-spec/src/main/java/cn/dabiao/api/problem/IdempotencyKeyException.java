package cn.dabiao.api.problem;

import java.util.Map;

import cn.dabiao.domain.value.InvalidValue;

/** The key with which a request comes is none, or stands for another request, or for one that is being carried out. */
public final class IdempotencyKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final String value;

    private IdempotencyKeyException(ProblemType type, String value) {
        super(type.slug(), null, false, false);
        this.type = type;
        this.value = InvalidValue.printable(value);
    }

    /** @param value of the header, as it came */
    public static IdempotencyKeyException invalid(String value) {
        return new IdempotencyKeyException(ProblemType.IDEMPOTENCY_KEY_INVALID, value);
    }

    /** Something else was asked for under this key. */
    public static IdempotencyKeyException reused(String key) {
        return new IdempotencyKeyException(ProblemType.IDEMPOTENCY_KEY_REUSED, key);
    }

    /** The request is being carried out, for longer than one waits for it. */
    public static IdempotencyKeyException inUse(String key) {
        return new IdempotencyKeyException(ProblemType.IDEMPOTENCY_KEY_IN_USE, key);
    }

    ProblemType type() {
        return type;
    }

    Map<String, ?> facts() {
        return Map.of("key", value);
    }
}
