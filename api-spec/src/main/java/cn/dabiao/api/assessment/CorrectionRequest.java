package cn.dabiao.api.assessment;

import java.util.List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Authority;
import cn.dabiao.domain.value.Reason;

/**
 * A correction of an item's score in the last completed round.
 *
 * @param deductions what the item loses from now on; none when absent
 * @param authority  the act that the correction rests on
 */
public record CorrectionRequest(
        ItemNo itemNo,
        @Size(max = 50) @Nullable List<@Valid DeductionBody> deductions,
        Reason reason,
        Authority authority) {

    public List<Deduction> found() {
        return Lists.orNone(deductions).stream().map(DeductionBody::toDeduction).toList();
    }
}
