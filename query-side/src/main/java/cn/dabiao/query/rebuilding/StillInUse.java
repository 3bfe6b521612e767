package cn.dabiao.query.rebuilding;

import java.time.Duration;
import java.util.List;

/** Somebody was in the way of the exchange all the time that a rebuild waits for it. */
final class StillInUse extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** @param inTheWay who was at last; empty when they changed */
    StillInUse(Duration patience, List<String> inTheWay) {
        super("for %d s somebody has been reading with what was there before: %s"
                .formatted(patience.toSeconds(), inTheWay.isEmpty() ? "one after another" : String.join(", ", inTheWay)));
    }
}
