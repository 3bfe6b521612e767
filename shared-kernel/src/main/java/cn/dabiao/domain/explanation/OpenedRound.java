package cn.dabiao.domain.explanation;

/** A round of review, and the position of the event that opened it and carried over what the round before left. */
public record OpenedRound(int round, long position) {}
