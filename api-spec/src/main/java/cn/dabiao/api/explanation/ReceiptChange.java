package cn.dabiao.api.explanation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.appeal.AppealId;
import cn.dabiao.domain.explanation.Basis;
import cn.dabiao.domain.explanation.ItemChange;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;

/**
 * An event that said what an item has.
 *
 * @param round     in which it happened; later rounds may have it carried over
 * @param score     what the event says was left of the item's points, by the standard of the review
 * @param scoredBy  the inspector; null for a correction
 * @param appealId  the appeal it rests on
 * @param authority the act it rests on
 * @param restsOn   where that appeal was lodged and decided
 */
public record ReceiptChange(
        long position,
        Basis basis,
        int round,
        Points score,
        Instant at,
        @Nullable InspectorId scoredBy,
        @Nullable Reason reason,
        @Nullable AppealId appealId,
        @Nullable Authority authority,
        List<Long> restsOn) {

    static ReceiptChange of(ItemChange change) {
        return new ReceiptChange(
                change.position(),
                change.basis(),
                change.round(),
                change.score(),
                change.at(),
                change.scoredBy(),
                change.reason(),
                change.appealId(),
                change.authority(),
                change.restsOn());
    }
}
