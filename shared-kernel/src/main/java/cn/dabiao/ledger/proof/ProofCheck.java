package cn.dabiao.ledger.proof;

import java.util.List;

/**
 * Whether a proof proves what it should. A tree's size and root are one fact, to be taken together from one signed
 * checkpoint: RFC 6962 paths do not bind the size by themselves.
 */
public final class ProofCheck {

    private ProofCheck() {}

    /** Whether the leaf is at this index of the tree: RFC 9162 §2.1.3.2. False for whatever is out of range. */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if (isRight(node) || node == last) {
                hash = MerkleTree.node(sibling, hash);
                // The last node of an odd level goes up alone.
                int alone = Long.numberOfTrailingZeros(node);
                node >>>= alone;
                last >>>= alone;
            } else {
                hash = MerkleTree.node(hash, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /**
     * Whether the newer tree begins with all leaves of the older one: RFC 9162 §2.1.4.2. False for whatever is out of
     * range, and for an empty older tree, of which nothing can be shown.
     */
    public static boolean isConsistent(long from, Hash fromRoot, long to, Hash toRoot, List<Hash> path) {
        if (from < 1 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && fromRoot.equals(toRoot);
        }
        if (path.isEmpty()) {
            return false;
        }
        // Where the older tree is one full subtree, its root is where the path starts.
        boolean full = Long.bitCount(from) == 1;
        return climbs(from, fromRoot, to, toRoot, full ? fromRoot : path.getFirst(), full ? path : path.subList(1, path.size()));
    }

    private static boolean climbs(long from, Hash fromRoot, long to, Hash toRoot, Hash start, List<Hash> path) {
        int whole = Long.numberOfTrailingZeros(from);
        long node = (from - 1) >>> whole;
        long last = (to - 1) >>> whole;
        Hash older = start;
        Hash newer = start;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if (isRight(node) || node == last) {
                older = MerkleTree.node(sibling, older);
                newer = MerkleTree.node(sibling, newer);
                int alone = Long.numberOfTrailingZeros(node);
                node >>>= alone;
                last >>>= alone;
            } else {
                newer = MerkleTree.node(newer, sibling);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && older.equals(fromRoot) && newer.equals(toRoot);
    }

    private static boolean isRight(long node) {
        return (node & 1) == 1;
    }
}
