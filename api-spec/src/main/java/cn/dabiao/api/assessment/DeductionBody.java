package cn.dabiao.api.assessment;

import java.util.List;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.scoring.Evidence;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;

/** Points off an item, as they are sent. */
public record DeductionBody(
        CheckpointCode checkpoint,
        Points points,
        Reason reason,
        @Size(max = 20) @Nullable List<Evidence> evidence) {

    public Deduction toDeduction() {
        return new Deduction(checkpoint, points, reason, evidence == null ? List.of() : evidence);
    }
}
