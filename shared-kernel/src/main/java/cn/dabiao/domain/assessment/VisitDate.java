package cn.dabiao.domain.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import cn.dabiao.domain.refusal.Refusal;

/**
 * When a visit can be: on any day up to two months ahead. Items cannot be scored before it, so a slip such as 2108 for
 * 2018 would leave the assessment where nobody can finish it.
 */
public final class VisitDate {

    private static final int FURTHEST_DAYS = 60;

    private VisitDate() {}

    public static void require(LocalDate visitOn, Instant now, ZoneId zone) {
        LocalDate latest = now.atZone(zone).toLocalDate().plusDays(FURTHEST_DAYS);
        if (visitOn.isAfter(latest)) {
            throw new Refusal.VisitTooFarAhead(visitOn, latest).asException();
        }
    }
}
