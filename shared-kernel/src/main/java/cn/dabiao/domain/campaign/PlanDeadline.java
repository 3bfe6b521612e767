package cn.dabiao.domain.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import cn.dabiao.domain.refusal.Refusal;

/**
 * When a plan is late (notice §4.2, RULES.md §4.1): from the day after the campaign's date on, as the calendar of the
 * campaign's zone has it. The day itself still counts as in time: in Chinese law a period named by a day includes it,
 * and a doubt is read in the school's favour.
 */
public record PlanDeadline(LocalDate date, ZoneId zone) {

    /** The first moment at which it is missed. */
    public Instant endsAt() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public boolean isMissedAt(Instant instant) {
        return instant.atZone(zone).toLocalDate().isAfter(date);
    }

    /** Refuses a date that is not later: what schools rely on is never drawn nearer. */
    public void requireLater(LocalDate extendedTo) {
        if (!extendedTo.isAfter(date)) {
            throw new Refusal.DeadlineNotLater(extendedTo, date).asException();
        }
    }
}
