package cn.dabiao.domain.assessment;

import java.time.Instant;
import java.util.List;

import cn.dabiao.domain.assessment.AssessmentEvent.ItemScored;
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
 * @param version how often it has been scored in this round
 */
public record ReviewedItem(
        ItemNo itemNo,
        Points score,
        List<Deduction> deductions,
        List<Measurement> measurements,
        List<NotApplicable> notApplicable,
        InspectorId scoredBy,
        Instant scoredAt,
        int version) {

    static ReviewedItem scored(ItemScored event, int version) {
        return new ReviewedItem(
                event.itemNo(),
                event.after(),
                event.deductions(),
                event.measurements(),
                event.notApplicable(),
                event.scoredBy(),
                event.scoredAt(),
                version);
    }

    /** What was found, as it is scored. */
    public ItemFindings findings() {
        return new ItemFindings(itemNo, deductions, measurements, notApplicable);
    }
}
