package cn.dabiao.domain.assessment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
import cn.dabiao.domain.assessment.AssessmentEvent.ScoreCorrected;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Points;

/**
 * What an item has in a round.
 *
 * @param version     how often it has been scored or corrected in this round
 * @param carriedFrom the round from which it carried over and which scored it; null when it was scored
 *                    or corrected in this one
 * @param corrected   whether a correction has come over what the inspector found
 */
public record ReviewedItem(
        ItemNo itemNo,
        Points score,
        List<Deduction> deductions,
        List<Measurement> measurements,
        List<NotApplicable> notApplicable,
        InspectorId scoredBy,
        Instant scoredAt,
        int version,
        @Nullable Integer carriedFrom,
        boolean corrected) {

    static ReviewedItem scored(ItemScored event, int version) {
        return new ReviewedItem(
                event.itemNo(),
                event.after(),
                event.deductions(),
                event.measurements(),
                event.notApplicable(),
                event.scoredBy(),
                event.scoredAt(),
                version,
                null,
                false);
    }

    /** As it stands in the round after: not scored there yet. */
    ReviewedItem carriedOver(int round) {
        return new ReviewedItem(
                itemNo, score, deductions, measurements, notApplicable, scoredBy, scoredAt, 0,
                carriedFrom == null ? Integer.valueOf(round) : carriedFrom, corrected);
    }

    /** @param in the round it stands in: corrected there itself, it no longer follows the round it carried over from */
    ReviewedItem corrected(ScoreCorrected event, int in) {
        return new ReviewedItem(
                itemNo, event.after(), event.deductions(), event.measurements(), event.notApplicable(), scoredBy,
                scoredAt, version + 1, event.round() == in ? null : carriedFrom, true);
    }

    /** What was found, as it is scored. */
    public ItemFindings findings() {
        return new ItemFindings(itemNo, deductions, measurements, notApplicable);
    }
}
