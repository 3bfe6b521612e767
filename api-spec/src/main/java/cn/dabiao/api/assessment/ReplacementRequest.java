package cn.dabiao.api.assessment;

import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.assessment.Seed;
import cn.dabiao.domain.inspector.InspectorId;
import cn.dabiao.domain.value.Reason;

/**
 * Another inspector for one of the round.
 *
 * @param inspectorId who is replaced
 * @param seed        made up when absent; with it anyone can repeat the draw
 */
public record ReplacementRequest(InspectorId inspectorId, Reason reason, @Nullable Seed seed) {}
