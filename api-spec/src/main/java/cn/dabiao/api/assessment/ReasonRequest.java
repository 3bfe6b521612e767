package cn.dabiao.api.assessment;

import cn.dabiao.domain.value.Reason;

/** Why. */
public record ReasonRequest(Reason reason) {}
