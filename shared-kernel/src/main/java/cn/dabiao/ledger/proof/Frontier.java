package cn.dabiao.ledger.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * All of a tree that is needed to append to it and to name its root: its size and the hashes of its full subtrees, one
 * for each bit of the size, the largest first. Immutable; at most 63 hashes.
 */
public final class Frontier {

    public static final Frontier EMPTY = new Frontier(0, List.of());

    private final long size;
    private final List<Hash> subtrees;

    private Frontier(long size, List<Hash> subtrees) {
        this.size = size;
        this.subtrees = subtrees;
    }

    /**
     * Reads what {@link #toBytes} wrote for a tree of this size.
     *
     * @throws Malformed unless there are 32 bytes for each bit set in the size
     */
    public static Frontier of(long size, byte[] bytes) {
        if (size < 0 || bytes.length != Long.bitCount(size) * Hash.LENGTH) {
            throw new Malformed("%d bytes are no frontier of a tree of %d leaves".formatted(bytes.length, size));
        }
        List<Hash> subtrees = new ArrayList<>();
        for (int offset = 0; offset < bytes.length; offset += Hash.LENGTH) {
            byte[] subtree = new byte[Hash.LENGTH];
            System.arraycopy(bytes, offset, subtree, 0, Hash.LENGTH);
            subtrees.add(Hash.of(subtree));
        }
        return new Frontier(size, List.copyOf(subtrees));
    }

    public long size() {
        return size;
    }

    /** The hashes of the full subtrees, the largest first. */
    public List<Hash> subtrees() {
        return subtrees;
    }

    /** The tree with these leaf hashes after its own; tells the sink of each node that this completes, in their order. */
    public Frontier append(List<Hash> leafHashes, NodeSink sink) {
        List<Hash> stack = new ArrayList<>(subtrees);
        long next = size;
        for (Hash leafHash : leafHashes) {
            Hash hash = leafHash;
            int level = 0;
            // Each trailing 1 bit of the size is a full subtree that waited for this right sibling.
            for (long full = next; (full & 1) == 1; full >>>= 1) {
                hash = MerkleTree.node(stack.removeLast(), hash);
                level++;
                sink.filled(level, full >>> 1, hash);
            }
            stack.add(hash);
            next = Math.incrementExact(next);
        }
        return new Frontier(next, List.copyOf(stack));
    }

    /** The Merkle tree hash of all leaves so far, RFC 6962 §2.1. */
    public Hash root() {
        return subtrees.reversed().stream()
                .reduce((right, left) -> MerkleTree.node(left, right))
                .orElse(MerkleTree.EMPTY_ROOT);
    }

    /** The hashes one after the other, the largest subtree first; the size is not among them. */
    public byte[] toBytes() {
        byte[] bytes = new byte[subtrees.size() * Hash.LENGTH];
        for (int index = 0; index < subtrees.size(); index++) {
            subtrees.get(index).copyTo(bytes, index * Hash.LENGTH);
        }
        return bytes;
    }
}
