package cn.dabiao.command.assessment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** When the next thing of a random life happens: time goes forward, and likes to stop where something ends. */
final class LifeClock {

    /** The smallest step of the product's clock. */
    private static final Duration MICROSECOND = Duration.ofNanos(1000);

    private LifeClock() {}

    static Instant after(Step.Later later, Instant now, OracleBook book) {
        return switch (later) {
            case A_MINUTE -> now.plus(Duration.ofMinutes(1));
            case AN_HOUR -> now.plus(Duration.ofHours(1));
            case A_DAY -> now.plus(Duration.ofDays(1));
            case A_WEEK -> now.plus(Duration.ofDays(7));
            case AT_THE_LAST_MOMENT -> nextEnd(now, book).minus(MICROSECOND);
            case JUST_TOO_LATE -> nextEnd(now, book);
        };
    }

    static Instant notBefore(LocalDate visit, Instant now) {
        Instant morning = visit.atTime(9, 0).atZone(Guannan.ZONE).toInstant();
        return now.isBefore(morning) ? morning : now;
    }

    /** The next midnight with which the time for plans, for an appeal or for a report ends; an hour from now when there is none. */
    private static Instant nextEnd(Instant now, OracleBook book) {
        List<Instant> ends = new ArrayList<>(List.of(Instant.parse("2018-03-25T16:00:00Z")));
        if (book.gradedRound > 0) {
            ends.add(windowEnd(book.gradeContestableSince));
        }
        if (book.determinedAt != null) {
            ends.add(windowEnd(book.determinedAt));
        }
        book.orders.values().stream()
                .filter(OracleBook.Order::awaitsReport)
                .map(it -> it.dueOn.plusDays(1).atStartOfDay(Guannan.ZONE).toInstant())
                .forEach(ends::add);
        return ends.stream()
                .filter(it -> it.isAfter(now.plus(MICROSECOND)))
                .min(Instant::compareTo)
                .orElse(now.plus(Duration.ofHours(1)));
    }

    private static Instant windowEnd(Instant since) {
        return OracleBook.day(since).plusDays(16).atStartOfDay(Guannan.ZONE).toInstant();
    }
}
