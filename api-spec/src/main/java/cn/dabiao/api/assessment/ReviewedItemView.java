package cn.dabiao.api.assessment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;

/**
 * What an item has in a round; all but its number is empty while it has not been scored.
 *
 * @param carriedFrom the round from which it carried over; null when it was scored in this one
 * @param corrected   whether a correction has come over what the inspector found
 * @param etag        the entity tag that a scoring of this item may send as If-Match, without its quotes
 */
public record ReviewedItemView(
        int round,
        ItemNo itemNo,
        Points points,
        @Nullable Points score,
        List<DeductionView> deductions,
        List<Measurement> measurements,
        List<NotApplicable> notApplicable,
        @Nullable InspectorId scoredBy,
        @Nullable Instant scoredAt,
        @Nullable Integer carriedFrom,
        boolean corrected,
        String etag) {}
