package cn.dabiao.domain.explanation;

import java.time.Instant;

import cn.dabiao.domain.value.Points;

/** What the school gave itself last (自评), to be seen beside what it got; no grade follows from it. */
public record SelfTotal(Points total, boolean qualified, long position, Instant at) {}
