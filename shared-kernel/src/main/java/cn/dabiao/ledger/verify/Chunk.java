package cn.dabiao.ledger.verify;

import java.util.List;

import cn.dabiao.ledger.proof.Hash;

/**
 * A stretch of the ledger, as it is stored.
 *
 * @param first the position that its first event should have
 * @param nodes the hashes of the nodes that its events fill, one after the other, in the order in which they fill
 * @param testimonies about trees up to its end that were not in an earlier chunk, in the order of their sizes
 */
record Chunk(long first, List<StoredRow> events, List<Hash> nodes, List<Testimony> testimonies) {

    /** The size of the tree with its events. */
    long end() {
        return first + events.size();
    }
}
