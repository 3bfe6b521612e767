package cn.dabiao.ledger.proof;

/** Where a tree's stored hashes are read from. */
@FunctionalInterface
public interface NodeReader {

    /**
     * The hash of a full subtree: of the {@code 2^level} leaves from {@code index · 2^level} on. Level 0 are the leaf
     * hashes themselves. Asked only for subtrees that are full at the size a proof is made for.
     */
    Hash hash(int level, long index);
}
