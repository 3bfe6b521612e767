package cn.dabiao.domain.scoring;

import java.util.List;

import cn.dabiao.domain.standard.CheckpointCode;
import cn.dabiao.domain.value.Points;
import cn.dabiao.domain.value.Reason;

/** Points off one item (扣分): at which checkpoint, how many, why, and what proves it. */
public record Deduction(CheckpointCode checkpoint, Points points, Reason reason, List<Evidence> evidence) {

    public Deduction {
        evidence = List.copyOf(evidence);
    }
}
