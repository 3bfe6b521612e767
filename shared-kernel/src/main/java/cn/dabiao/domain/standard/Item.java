package cn.dabiao.domain.standard;

import java.util.List;
import java.util.Optional;

import cn.dabiao.domain.value.Points;

/** One of the things a school is scored on (考评项), worth {@code points} when nothing is wrong. */
public record Item(ItemNo itemNo, CategoryCode category, Points points, ItemText text, List<Checkpoint> checkpoints) {

    public Item {
        checkpoints = List.copyOf(checkpoints);
    }

    public Optional<Checkpoint> checkpoint(CheckpointCode code) {
        return checkpoints.stream().filter(checkpoint -> checkpoint.code().equals(code)).findFirst();
    }

    public List<CheckpointCode> codes() {
        return checkpoints.stream().map(Checkpoint::code).toList();
    }
}
