package cn.dabiao.api.assessment;

import java.time.Instant;
import java.util.List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Reason;

/**
 * What an inspector found at an item; replaces what the item had in this round.
 *
 * @param reason   why it is scored anew, when it is
 * @param scoredAt when it was decided on site, for front ends that were offline: not in the future, not before the
 *                 visit's day; now when absent
 */
public record ItemScoreRequest(
        @Size(max = 50) @Nullable List<@Valid DeductionBody> deductions,
        @Size(max = 50) @Nullable List<Measurement> measurements,
        @Size(max = 50) @Nullable List<NotApplicable> notApplicable,
        @Nullable Reason reason,
        @Nullable Instant scoredAt) {

    public ItemFindings findings(ItemNo itemNo) {
        return Findings.of(itemNo, deductions, measurements, notApplicable);
    }
}
