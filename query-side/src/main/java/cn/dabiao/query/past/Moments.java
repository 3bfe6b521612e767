package cn.dabiao.query.past;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import cn.dabiao.api.problem.InvalidRequestException;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.Timeline;
import cn.dabiao.query.reading.Listing;

/**
 * Says where in the ledger a moment is: after the event at that position. An instant means all that had been recorded
 * at it and before ({@link Timeline}), also when that is nothing.
 *
 * <p>It reads the ledger on a connection of its own: not to be asked within a read's snapshot, which holds one.
 */
public final class Moments {

    private final LedgerReader ledger;
    private final Timeline timeline;
    private final Clock clock;

    public Moments(LedgerReader ledger, Timeline timeline, Clock clock) {
        this.ledger = ledger;
        this.timeline = timeline;
        this.clock = clock;
    }

    /**
     * The position that is to be shown; empty for now.
     *
     * @throws InvalidRequestException for an instant in the future, and for a position that the ledger has not reached
     */
    public OptionalLong position(Moment moment) {
        return switch (moment) {
            case Moment.Now _ -> OptionalLong.empty();
            case Moment.At at -> OptionalLong.of(timeline.positionAt(past(at)));
            case Moment.AtPosition at -> OptionalLong.of(reached(at));
        };
    }

    /**
     * Where a page of a list is to be read; empty for now.
     *
     * @param cursor the one of the page before, which says where that was; null for the first page
     * @throws InvalidRequestException as {@link #position}, and for a cursor of another moment or of nowhere
     */
    public Optional<PastPage> page(Moment moment, @Nullable String cursor) {
        if (cursor == null || moment instanceof Moment.Now) {
            return position(moment).stream()
                    .mapToObj(position -> new PastPage(PastPage.listing(moment), position, null))
                    .findFirst();
        }
        PastPage page = PastPage.of(moment, cursor);
        if (page.position() > end()) {
            throw Listing.foreign(cursor);
        }
        return Optional.of(page);
    }

    /** The position that is to be shown; for now the end of the ledger. */
    public long positionOrEnd(Moment moment) {
        return position(moment).orElseGet(this::end);
    }

    private long end() {
        return ledger.head().orElse(Timeline.BEGINNING);
    }

    private Instant past(Moment.At at) {
        Instant now = clock.instant();
        if (at.instant().isAfter(now)) {
            throw new InvalidRequestException(
                    at.field(), at.instant().toString(), "not-future", Map.of("now", now));
        }
        return at.instant();
    }

    private long reached(Moment.AtPosition at) {
        long head = end();
        if (at.position() > head) {
            throw new InvalidRequestException(
                    at.field(), Long.toString(at.position()), "Max", Map.of("value", head));
        }
        return at.position();
    }
}
