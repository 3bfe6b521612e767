package cn.dabiao.api.assessment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.value.Reason;

/**
 * A draw of inspectors.
 *
 * @param count  how many, at least 2
 * @param seed   made up when absent; with it anyone can repeat the draw
 * @param reason needed when it replaces an earlier draw
 */
public record DrawRequest(@Min(2) @Max(10) int count, @Nullable Seed seed, @Nullable Reason reason) {}
