package cn.dabiao.query.feed;

import java.util.ArrayList;
import java.util.List;

/**
 * The end of the ledger as a node remembers it: every event behind {@code from} up to {@code shown}.
 *
 * @param rows in the order of their positions, of every bureau
 */
record Recent(long from, long shown, List<FeedRow> rows) {

    static final int MOST_ROWS = 1_000;
    private static final int MOST_WEIGHT = 4 << 20;

    Recent {
        rows = List.copyOf(rows);
    }

    /** It remembers nothing, and there is nothing behind it. */
    static Recent at(long shown) {
        return new Recent(shown, shown, List.of());
    }

    boolean reachesBackTo(long position) {
        return position >= from;
    }

    List<FeedRow> after(long position) {
        int first = rows.size();
        while (first > 0 && rows.get(first - 1).position() > position) {
            first--;
        }
        return rows.subList(first, rows.size());
    }

    /** With these behind it, and without those at its beginning that are too many then. */
    Recent and(List<FeedRow> more, long nowShown) {
        List<FeedRow> all = new ArrayList<>(rows);
        all.addAll(more);
        int first = all.size();
        long weight = 0;
        while (first > 0 && all.size() - first < MOST_ROWS && weight <= MOST_WEIGHT) {
            first--;
            weight += all.get(first).weight();
        }
        long begin = first == 0 ? from : all.get(first - 1).position();
        return new Recent(begin, nowShown, all.subList(first, all.size()));
    }
}
