package cn.dabiao.api.assessment;

import java.util.List;

import cn.dabiao.domain.scoring.Deduction;
import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;

/** Points off an item, as they are shown. */
public record DeductionView(CheckpointCode checkpoint, Points points, Reason reason, List<ProofView> evidence) {

    /** @param persons whether the reader may see what tells of persons */
    public static List<DeductionView> of(List<Deduction> deductions, boolean persons) {
        return deductions.stream()
                .map(it -> new DeductionView(
                        it.checkpoint(), it.points(), it.reason(), ProofView.of(it.evidence(), persons)))
                .toList();
    }
}
