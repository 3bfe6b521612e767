package cn.dabiao.command;

/**
 * What came of a command that was carried out.
 *
 * @param answer   what its handler answers
 * @param position where in the ledger the last of its events stands
 */
public record Recorded<R>(R answer, long position) {}
