package cn.dabiao.ledger.audit;

import java.util.List;

import cn.dabiao.ledger.proof.Hash;

/**
 * That an event is at its position in the tree of the first {@code size} events.
 *
 * @param root of that tree
 * @param leaf the event's leaf hash
 * @param path from the leaf to the root, nearest sibling first (RFC 6962 §2.1.1)
 */
public record InclusionProof(long position, long size, Hash root, Hash leaf, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }
}
