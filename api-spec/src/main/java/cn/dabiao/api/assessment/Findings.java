package cn.dabiao.api.assessment;

import java.util.List;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.standard.ItemNo;

/** What a request says of an item. */
final class Findings {

    private Findings() {}

    static ItemFindings of(
            ItemNo itemNo,
            @Nullable List<DeductionBody> deductions,
            @Nullable List<Measurement> measurements,
            @Nullable List<NotApplicable> notApplicable) {
        return new ItemFindings(
                itemNo,
                Lists.orNone(deductions).stream()
                        .map(DeductionBody::toDeduction)
                        .toList(),
                Lists.orNone(measurements),
                Lists.orNone(notApplicable));
    }
}
