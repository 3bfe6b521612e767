package cn.dabiao.ledger.audit;

import java.util.List;

import cn.dabiao.ledger.proof.Hash;

/**
 * That the first {@code from} events are the same in both trees.
 *
 * @param path RFC 6962 §2.1.2; empty when the trees are one
 */
public record ConsistencyProof(long from, Hash fromRoot, long to, Hash toRoot, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }
}
