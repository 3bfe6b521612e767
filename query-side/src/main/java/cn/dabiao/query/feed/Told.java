package cn.dabiao.query.feed;

import org.jspecify.annotations.Nullable;

/** An event that a node remembers, put into words once for all of its listeners, and once more for those without persons. */
final class Told {

    private final FeedRow row;
    private volatile byte @Nullable [] whole;
    private volatile byte @Nullable [] nameless;

    Told(FeedRow row) {
        this.row = row;
    }

    FeedRow row() {
        return row;
    }

    /** As it is sent to this listener. */
    byte[] to(FeedScope scope) {
        boolean persons = scope.showsPersonsOf(row);
        byte[] known = persons ? whole : nameless;
        if (known != null) {
            return known;
        }
        byte[] event = FeedWriter.event(row.entry(persons));
        if (persons && !row.isSealed()) {
            whole = event;
        } else if (!persons) {
            nameless = event;
        }
        return event;
    }
}
