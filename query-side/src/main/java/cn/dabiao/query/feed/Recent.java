package cn.dabiao.query.feed;

import java.util.ArrayList;
import java.util.List;

/**
 * The end of the ledger as a node remembers it: every event behind {@code from} up to {@code shown}.
 *
 * @param events in the order of their positions, of every bureau
 */
record Recent(long from, long shown, List<Told> events) {

    static final int MOST_ROWS = 1_000;
    private static final int MOST_WEIGHT = 4 << 20;

    Recent {
        events = List.copyOf(events);
    }

    /** It remembers nothing, and there is nothing behind it. */
    static Recent at(long shown) {
        return new Recent(shown, shown, List.of());
    }

    boolean reachesBackTo(long position) {
        return position >= from;
    }

    List<Told> after(long position) {
        int first = events.size();
        while (first > 0 && events.get(first - 1).row().position() > position) {
            first--;
        }
        return events.subList(first, events.size());
    }

    /** With these behind it, and without those at its beginning that are too many then. */
    Recent and(List<FeedRow> more, long nowShown) {
        List<Told> all = new ArrayList<>(events);
        more.forEach(row -> all.add(new Told(row)));
        int first = all.size();
        long weight = 0;
        while (first > 0 && all.size() - first < MOST_ROWS && weight <= MOST_WEIGHT) {
            first--;
            weight += all.get(first).row().weight();
        }
        long begin = first == 0 ? from : all.get(first - 1).row().position();
        return new Recent(begin, nowShown, all.subList(first, all.size()));
    }
}
