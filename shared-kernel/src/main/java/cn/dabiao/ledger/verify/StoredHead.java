package cn.dabiao.ledger.verify;

import java.util.Optional;

import cn.dabiao.ledger.proof.Frontier;
import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.Malformed;

/**
 * The row of {@code ledger.head}.
 *
 * @param tree empty when the stored frontier is none of this size
 * @param root empty when the stored one is no hash
 */
record StoredHead(long size, Optional<Frontier> tree, Optional<Hash> root) {

    static StoredHead of(long size, byte[] frontier, byte[] root) {
        return new StoredHead(size, tree(size, frontier), Optional.of(root).filter(it -> it.length == Hash.LENGTH).map(Hash::of));
    }

    private static Optional<Frontier> tree(long size, byte[] frontier) {
        try {
            return Optional.of(Frontier.of(size, frontier));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    /** Whether a full subtree with this hash is at the right edge. */
    boolean hasSubtree(Hash hash) {
        return tree.filter(it -> it.subtrees().contains(hash)).isPresent();
    }
}
