package cn.dabiao.domain.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import cn.dabiao.domain.refusal.Refusal;

/** When an item can have been scored: on the day of the visit or later, and not after the product was told. */
public final class ScoringTime {

    private ScoringTime() {}

    public static void require(Instant scoredAt, LocalDate visitOn, Instant now, ZoneId zone) {
        if (scoredAt.isAfter(now) || scoredAt.atZone(zone).toLocalDate().isBefore(visitOn)) {
            throw new Refusal.ScoredAtImpossible(scoredAt, visitOn, now).asException();
        }
    }
}
