package cn.dabiao.api.assessment;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.scoring.ItemFindings;
import cn.dabiao.domain.scoring.Measurement;
import cn.dabiao.domain.scoring.NotApplicable;
import cn.dabiao.domain.standard.ItemNo;

/** Lists that a request may leave out are empty lists. */
final class Findings {

    private Findings() {}

    static ItemFindings of(
            ItemNo itemNo,
            @Nullable List<DeductionBody> deductions,
            @Nullable List<Measurement> measurements,
            @Nullable List<NotApplicable> notApplicable) {
        return new ItemFindings(
                itemNo,
                Objects.requireNonNullElse(deductions, List.<DeductionBody>of()).stream()
                        .map(DeductionBody::toDeduction)
                        .toList(),
                Objects.requireNonNullElse(measurements, List.of()),
                Objects.requireNonNullElse(notApplicable, List.of()));
    }
}
