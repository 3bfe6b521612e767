package cn.dabiao.domain.explanation;

import java.time.Instant;

import cn.dabiao.domain.assessment.Ground;
import cn.dabiao.domain.value.Reason;

/** The determination that stands above the score (RULES.md §4.7), and where it was made. */
public record Determined(Ground ground, Reason reason, long position, Instant at) {}
