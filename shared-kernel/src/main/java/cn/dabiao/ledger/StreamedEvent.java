package cn.dabiao.ledger;

/**
 * An event as it stands in its stream and in the ledger.
 *
 * @param sequence its number in the stream, from 0
 */
public record StreamedEvent<E>(E event, StreamId stream, long sequence, long position) {}
