package cn.dabiao.ledger.proof;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** RFC 6962 §2.1 as it is written there, by recursion over all leaves: slow, and the measure for what is fast. */
final class NaiveTree {

    private NaiveTree() {}

    /** Leaves that are the numbers from 0 on, as 4 bytes. */
    static List<Hash> numbered(int count) {
        return IntStream.range(0, count)
                .mapToObj(each -> Hash.sha256(new byte[] {0}, ByteBuffer.allocate(4).putInt(each).array()))
                .toList();
    }

    static Hash root(List<Hash> leaves) {
        if (leaves.isEmpty()) {
            return Hash.sha256();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int split = split(leaves.size());
        return Hash.sha256(
                new byte[] {1},
                root(leaves.subList(0, split)).toBytes(),
                root(leaves.subList(split, leaves.size())).toBytes());
    }

    static List<Hash> path(int index, List<Hash> leaves) {
        if (leaves.size() == 1) {
            return List.of();
        }
        int split = split(leaves.size());
        List<Hash> left = leaves.subList(0, split);
        List<Hash> right = leaves.subList(split, leaves.size());
        return index < split ? with(path(index, left), root(right)) : with(path(index - split, right), root(left));
    }

    static List<Hash> consistency(int from, List<Hash> leaves) {
        return consistency(from, leaves, true);
    }

    private static List<Hash> consistency(int from, List<Hash> leaves, boolean known) {
        if (from == leaves.size()) {
            return known ? List.of() : List.of(root(leaves));
        }
        int split = split(leaves.size());
        List<Hash> left = leaves.subList(0, split);
        List<Hash> right = leaves.subList(split, leaves.size());
        return from <= split
                ? with(consistency(from, left, known), root(right))
                : with(consistency(from - split, right, false), root(left));
    }

    /** On which side each hash of an inclusion path stands: what a verifier computes depends on nothing else. */
    static String inclusionShape(long index, long size) {
        if (size == 1) {
            return "";
        }
        long split = Long.highestOneBit(size - 1);
        return index < split ? inclusionShape(index, split) + "r" : inclusionShape(index - split, size - split) + "l";
    }

    static String consistencyShape(long from, long size, boolean known) {
        if (from == size) {
            return known ? "=" : "?";
        }
        long split = Long.highestOneBit(size - 1);
        return from <= split
                ? consistencyShape(from, split, known) + "r"
                : consistencyShape(from - split, size - split, false) + "l";
    }

    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }

    private static List<Hash> with(List<Hash> path, Hash last) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(last);
        return longer;
    }
}
