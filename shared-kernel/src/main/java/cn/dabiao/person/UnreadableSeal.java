package cn.dabiao.person;

import java.io.Serial;

import org.jspecify.annotations.Nullable;

/** What is sealed was changed, or is another key's: nothing that a user did. */
public final class UnreadableSeal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public UnreadableSeal(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
