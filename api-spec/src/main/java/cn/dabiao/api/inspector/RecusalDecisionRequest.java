package cn.dabiao.api.inspector;

import cn.dabiao.domain.inspector.RecusalOutcome;
import cn.dabiao.domain.value.Reason;

/** A leader's decision on what a school asked for, and why. */
public record RecusalDecisionRequest(RecusalOutcome outcome, Reason reason) {}
