package cn.dabiao.api.assessment;

import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.value.Reason;

/** A reasoned NOT_ATTAINED, whatever the scores. */
public record DeterminationRequest(Ground ground, Reason reason) {}
