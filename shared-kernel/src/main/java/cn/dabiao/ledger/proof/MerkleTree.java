package cn.dabiao.ledger.proof;

import java.util.ArrayList;
import java.util.List;

/** The Merkle tree of RFC 6962 §2.1 over stored node hashes: roots and proofs in O(log n) reads. */
public final class MerkleTree {

    /** {@code SHA-256("")}: the root of a tree without leaves. */
    public static final Hash EMPTY_ROOT = Hash.sha256();

    private static final byte NODE_PREFIX = 0x01;

    private MerkleTree() {}

    /** {@code SHA-256(0x01 ‖ left ‖ right)}. */
    public static Hash node(Hash left, Hash right) {
        return Hash.sha256(NODE_PREFIX, left, right);
    }

    /** The root as it was when the tree had that many leaves. */
    public static Hash root(long size, NodeReader nodes) {
        checkRange(0, size, size);
        return size == 0 ? EMPTY_ROOT : subtree(0, size, nodes);
    }

    /**
     * The path from a leaf to the root of the first {@code size} leaves, nearest sibling first: PATH of RFC 6962 §2.1.1.
     *
     * @throws IllegalArgumentException unless 0 ≤ index &lt; size
     */
    public static List<Hash> inclusionPath(long index, long size, NodeReader nodes) {
        checkRange(0, index, size - 1);
        List<Hash> rootFirst = new ArrayList<>();
        long start = 0;
        long length = size;
        while (length > 1) {
            long left = leftOf(length);
            if (index - start < left) {
                rootFirst.add(subtree(start + left, length - left, nodes));
                length = left;
            } else {
                rootFirst.add(subtree(start, left, nodes));
                start += left;
                length -= left;
            }
        }
        return List.copyOf(rootFirst.reversed());
    }

    /**
     * What shows that the first {@code from} of {@code to} leaves are unchanged: PROOF of RFC 6962 §2.1.2. Empty when
     * the two sizes are one.
     *
     * @throws IllegalArgumentException unless 0 &lt; from ≤ to
     */
    public static List<Hash> consistencyPath(long from, long to, NodeReader nodes) {
        checkRange(1, from, to);
        List<Hash> rootFirst = new ArrayList<>();
        long start = 0;
        long length = to;
        while (start + length != from) {
            long left = leftOf(length);
            if (from - start <= left) {
                rootFirst.add(subtree(start + left, length - left, nodes));
                length = left;
            } else {
                rootFirst.add(subtree(start, left, nodes));
                start += left;
                length -= left;
            }
        }
        // From 0 on it is the old root itself, which the verifier has.
        if (start != 0) {
            rootFirst.add(subtree(start, length, nodes));
        }
        return List.copyOf(rootFirst.reversed());
    }

    /** A full subtree is one read; the ragged right edge of the tree is as many as its length has bits. */
    private static Hash subtree(long start, long length, NodeReader nodes) {
        if (Long.bitCount(length) == 1) {
            int level = Long.numberOfTrailingZeros(length);
            return nodes.hash(level, start >>> level);
        }
        long left = leftOf(length);
        return node(subtree(start, left, nodes), subtree(start + left, length - left, nodes));
    }

    /** The largest power of two below the length. */
    private static long leftOf(long length) {
        return Long.highestOneBit(length - 1);
    }

    private static void checkRange(long least, long value, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%d is not from %d to %d".formatted(value, least, most));
        }
    }
}
