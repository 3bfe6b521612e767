package cn.dabiao.domain.rectification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import cn.dabiao.domain.refusal.Refusal;

/** When something can be due: today or later, and within a year, so that a slip such as 2108 for 2018 is noticed. */
public final class DueDate {

    private static final int FURTHEST_DAYS = 366;

    private DueDate() {}

    public static void require(LocalDate dueOn, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        LocalDate latest = today.plusDays(FURTHEST_DAYS);
        if (dueOn.isBefore(today) || dueOn.isAfter(latest)) {
            throw new Refusal.DueDateImpossible(dueOn, today, latest).asException();
        }
    }

    /** The day itself still counts as in time, as everywhere. */
    public static boolean hasPassed(LocalDate dueOn, Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate().isAfter(dueOn);
    }

    /** The local midnight from which on it has passed. */
    public static Instant endsAt(LocalDate dueOn, ZoneId zone) {
        return dueOn.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
