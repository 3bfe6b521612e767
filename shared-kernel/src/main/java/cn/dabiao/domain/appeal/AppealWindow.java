package cn.dabiao.domain.appeal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import cn.dabiao.domain.campaign.AppealDays;
import cn.dabiao.domain.campaign.Campaign;

/**
 * How long a school may appeal (RULES.md §4.10): the campaign's number of calendar days after the day of the grade or
 * the determination, that day not counted and the last one counted whole, by the calendar of the campaign's zone.
 */
public record AppealWindow(AppealDays days, ZoneId zone) {

    public static AppealWindow of(Campaign campaign) {
        return new AppealWindow(campaign.appealWindowDays(), campaign.zone());
    }

    /** The last day on which one may appeal against what was done then. */
    public LocalDate lastDay(Instant contestedSince) {
        return contestedSince.atZone(zone).toLocalDate().plusDays(days.value());
    }

    public boolean isOverAt(Instant now, Instant contestedSince) {
        return now.atZone(zone).toLocalDate().isAfter(lastDay(contestedSince));
    }

    /** The local midnight at which it ends. */
    public Instant endsAt(Instant contestedSince) {
        return lastDay(contestedSince).plusDays(1).atStartOfDay(zone).toInstant();
    }
}
