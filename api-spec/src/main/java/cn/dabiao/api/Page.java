package cn.dabiao.api;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param nextCursor what to send as {@code cursor} for the next page; null on the last one
 * @param position   the ledger position the page shows
 */
public record Page<T>(List<T> items, @Nullable String nextCursor, long position) {

    public Page {
        items = List.copyOf(items);
    }
}
