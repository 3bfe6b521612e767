package cn.dabiao.domain.appeal;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentEvent.AppealDecided;
import cn.dabiao.domain.assessment.AssessmentEvent.AppealLodged;
import cn.dabiao.domain.scoring.Evidence;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Reason;
import cn.dabiao.domain.value.Statement;

/**
 * An appeal as its events have made it.
 *
 * @param round                 the round whose grade is contested; null when the determination alone is
 * @param items                 the items whose scores are contested; empty when the determination alone is
 * @param contestsDetermination whether the determination is contested
 * @param outcome               null while it is open, like what follows
 */
public record Appeal(
        AppealId appealId,
        @Nullable Integer round,
        List<ItemNo> items,
        boolean contestsDetermination,
        Statement grounds,
        List<Evidence> evidence,
        Instant lodgedAt,
        @Nullable AppealOutcome outcome,
        @Nullable Reason reason,
        @Nullable Instant decidedAt) {

    public Appeal {
        items = List.copyOf(items);
        evidence = List.copyOf(evidence);
    }

    public static Appeal lodged(AppealLodged event) {
        return new Appeal(
                event.appealId(),
                event.round(),
                event.items(),
                event.contestsDetermination(),
                event.grounds(),
                event.evidence(),
                event.at(),
                null,
                null,
                null);
    }

    public Appeal decided(AppealDecided event) {
        return new Appeal(
                appealId, round, items, contestsDetermination, grounds, evidence, lodgedAt,
                event.outcome(), event.reason(), event.at());
    }

    public boolean isOpen() {
        return outcome == null;
    }
}
