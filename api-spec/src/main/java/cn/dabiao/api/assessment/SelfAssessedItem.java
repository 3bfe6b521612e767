package cn.dabiao.api.assessment;

import java.util.List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.standard.ItemNo;

/** What a school takes off itself at one item; nothing off when there are no deductions. */
public record SelfAssessedItem(
        ItemNo itemNo,
        @Size(max = 50) @Nullable List<@Valid DeductionBody> deductions,
        @Size(max = 50) @Nullable List<NotApplicable> notApplicable) {

    ItemFindings findings() {
        return Findings.of(itemNo, deductions, null, notApplicable);
    }
}
