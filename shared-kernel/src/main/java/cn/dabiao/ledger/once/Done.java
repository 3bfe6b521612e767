package cn.dabiao.ledger.once;

import cn.dabiao.ledger.StreamId;
import cn.dabiao.ledger.proof.Hash;

/**
 * A part that is done.
 *
 * @param fingerprint of the request that it was done for
 * @param stream      where its last event stands
 * @param version     how many events the stream had then
 * @param position    where in the ledger that event stands
 */
public record Done(Hash fingerprint, StreamId stream, long version, long position) {}
