package cn.dabiao.api.assessment;

import java.time.Instant;
import java.time.LocalDate;

import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.value.Reason;

/**
 * A reasoned NOT_ATTAINED (认定) that stands whatever the scores.
 *
 * @param appealUntil the last day on which it can be contested, by the campaign's calendar
 */
public record DeterminationView(Ground ground, Reason reason, Instant determinedAt, LocalDate appealUntil) {}
