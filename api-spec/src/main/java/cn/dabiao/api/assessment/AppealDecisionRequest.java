package cn.dabiao.api.assessment;

import java.util.List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.appeal.AppealDecision;
import cn.dabiao.domain.appeal.AppealDecision.NewDeductions;
import cn.dabiao.domain.appeal.AppealOutcome;
import cn.dabiao.domain.standard.ItemNo;
import cn.dabiao.domain.value.Reason;

/**
 * What a leader decides about an appeal.
 *
 * @param items the contested items that get new deductions; none when it is dismissed
 */
public record AppealDecisionRequest(
        AppealOutcome outcome, Reason reason, @Size(max = 99) @Nullable List<@Valid DecidedItem> items) {

    /** What an item loses from now on; nothing when the deductions are absent. */
    public record DecidedItem(ItemNo itemNo, @Size(max = 50) @Nullable List<@Valid DeductionBody> deductions) {

        NewDeductions found() {
            return new NewDeductions(
                    itemNo, Lists.orNone(deductions).stream().map(DeductionBody::toDeduction).toList());
        }
    }

    public AppealDecision decision() {
        return new AppealDecision(
                outcome, Lists.orNone(items).stream().map(DecidedItem::found).toList());
    }
}
