package cn.dabiao.ledger;

/** An event and where in the ledger it stands. */
public record Positioned<E>(E event, long position) {}
