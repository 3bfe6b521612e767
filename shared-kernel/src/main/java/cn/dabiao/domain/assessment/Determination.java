package cn.dabiao.domain.assessment;

import java.time.Instant;

import cn.dabiao.domain.value.Reason;

/** A reasoned NOT_ATTAINED (认定) that no score can undo; it stands until an appeal against it is upheld. */
public record Determination(Ground ground, Reason reason, Instant determinedAt) {}
