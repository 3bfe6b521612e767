package cn.dabiao.query.past;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.Page;
import cn.dabiao.query.reading.Listing;

/**
 * Which page of a list as it was at a moment is wanted, and at which position of the ledger all its pages are: where the
 * first of them found the moment. An instant may be found further on later, for what is committed after it was asked for
 * may have been recorded before it; so the cursor holds the position, around the list's own cursor.
 *
 * @param cursor the list's own; null for the first page
 */
public record PastPage(Listing moment, long position, @Nullable String cursor) {

    private static final int PARTS = 2;

    /** The listing that all lists of a moment have in common. */
    static Listing listing(Moment moment) {
        return Listing.of("past", moment);
    }

    /** What a cursor asks for; of another moment it is foreign. */
    static PastPage of(Moment moment, String cursor) {
        Listing listing = listing(moment);
        List<String> key = listing.after(cursor, PARTS).orElseThrow();
        return new PastPage(listing, Listing.figure(key.getFirst()).longValue(), key.getLast());
    }

    /** The page, with a cursor that stays at this position. */
    public <T> Page<T> held(Page<T> page) {
        String next = page.nextCursor();
        return next == null
                ? page
                : new Page<>(page.items(), moment.cursor(List.of(position, next)), page.position());
    }
}
