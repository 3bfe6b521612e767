package cn.dabiao.ledger.store;

import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import cn.dabiao.ledger.once.Part;

/**
 * Where in the ledger the events of one's own unit of work came to stand. Whoever wants to know opens a receipt around the
 * work and reads it afterwards; the ledger is not asked again.
 */
public final class Receipt {

    private static final ScopedValue<Receipt> CURRENT = ScopedValue.newInstance();

    private long last = -1;
    private @Nullable Part part;

    /** Runs the work, which appends in the thread it is called in, and has the receipt filled in by that. */
    public <T, X extends Throwable> T around(ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** As above, for a command of a request with a key: that it is done is stored with its events. */
    public <T, X extends Throwable> T around(Part done, ScopedValue.CallableOp<T, X> work) throws X {
        part = done;
        return around(work);
    }

    /** What the events that this thread appends are the part of; null when of nothing that has a key. */
    static @Nullable Part part() {
        return CURRENT.isBound() ? CURRENT.get().part : null;
    }

    /** The position of the last event appended so far; empty when there was none. */
    public OptionalLong last() {
        return last < 0 ? OptionalLong.empty() : OptionalLong.of(last);
    }

    /**
     * Fills in the receipt of whoever waits for one: called by the storage engine, in the thread that appended, or by whoever
     * has found that the events are there already.
     */
    public static void note(long last) {
        if (CURRENT.isBound()) {
            CURRENT.get().last = last;
        }
    }
}
