package cn.dabiao.ledger.once;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * A request with a key, while it is served. It numbers its commands as they come to an end, so that those of a second try
 * have the numbers of the first. Who sends several at once, or sends others at a second try, numbers them by {@link #at}.
 */
public final class KeyedRequest {

    private static final ScopedValue<Optional<KeyedRequest>> CURRENT = ScopedValue.newInstance();

    private final RequestKey key;
    private final AtomicInteger ended;
    private volatile boolean begun;
    private volatile boolean namesPersons;

    /** @param begun whether some of it may be done already; if not, nobody needs to look */
    public KeyedRequest(RequestKey key, boolean begun) {
        this(key, begun, 0);
    }

    private KeyedRequest(RequestKey key, boolean begun, int ordinal) {
        this.key = key;
        this.begun = begun;
        this.ended = new AtomicInteger(ordinal);
    }

    /** The one that this thread serves; null when that has no key. */
    public static @Nullable KeyedRequest current() {
        return CURRENT.isBound() ? CURRENT.get().orElse(null) : null;
    }

    /** Serves it, in the thread it is called in. */
    public <T, X extends Throwable> T around(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, Optional.of(this)).call(work);
    }

    /** Does something that needs no key to be done once: it looks at what is there by itself. */
    public static <T, X extends Throwable> T outside(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, Optional.empty()).call(work);
    }

    /** The same request, in a place of its own among its commands: it can be served by a thread of its own. */
    public KeyedRequest at(int ordinal) {
        return new KeyedRequest(key, begun, ordinal);
    }

    /** The command that is next. */
    public Part part() {
        return new Part(key, ended.get());
    }

    /** The command came to an end; the next one is another. One that was refused may be tried again. */
    public void ended() {
        ended.incrementAndGet();
    }

    public boolean isBegun() {
        return begun;
    }

    /** Its answer tells names or numbers of persons: it is not kept beyond an erasure. */
    public void namesPersons() {
        namesPersons = true;
    }

    public boolean isNamingPersons() {
        return namesPersons;
    }

    /** Somebody was faster: perhaps the same request, elsewhere. */
    public void overtaken() {
        begun = true;
    }
}
