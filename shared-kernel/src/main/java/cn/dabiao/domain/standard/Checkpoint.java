package cn.dabiao.domain.standard;

import org.jspecify.annotations.Nullable;

/** One separately checkable demand of an item (考评要点); {@code measure} is there when the demand is a figure. */
public record Checkpoint(CheckpointCode code, ItemText text, @Nullable Measure measure) {}
