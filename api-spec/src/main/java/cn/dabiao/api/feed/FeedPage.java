package cn.dabiao.api.feed;

import java.util.List;

/**
 * What a caller may see of a stretch of the ledger.
 *
 * @param next     everything up to it was looked through: what to send as {@code after} to go on. While it is less than
 *                 {@code position} there may be more, even if there was nothing to show in this stretch
 * @param position the ledger position up to which events can be shown now
 */
public record FeedPage(List<FeedEntry> items, long next, long position) {

    public FeedPage {
        items = List.copyOf(items);
    }
}
