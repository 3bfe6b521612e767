package cn.dabiao.command;

import java.util.OptionalLong;

/**
 * What came of a command that may have found nothing to change.
 *
 * @param answer   what its handler answers
 * @param position where in the ledger the last of its events stands; empty when there are none
 */
public record Attempted<R>(R answer, OptionalLong position) {}
