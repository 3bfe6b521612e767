package cn.dabiao.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** More than a hundred thousand proofs that prove nothing; the seed is fixed, so that a failure can be seen again. */
class MutatedProofsTest {

    private static final int MOST = 300;
    private static final List<Hash> LEAVES = NaiveTree.numbered(MOST);
    private static final StoredNodes TREE = new StoredNodes().append(LEAVES);
    private static final List<Hash> ROOTS =
            IntStream.rangeClosed(0, MOST).mapToObj(size -> MerkleTree.root(size, TREE)).toList();

    private final Random random = new Random(6962);
    private int mutants;

    @Test
    void no_mutated_inclusion_proof_is_accepted() {
        while (mutants < 80_000) {
            int size = 1 + random.nextInt(MOST);
            int index = random.nextInt(size);
            List<Hash> path = MerkleTree.inclusionPath(index, size, TREE);
            Hash leaf = LEAVES.get(index);
            Hash root = ROOTS.get(size);
            assertThat(ProofCheck.includes(leaf, index, size, path, root)).isTrue();

            for (List<Hash> other : mutated(path, leaf, root)) {
                refused(ProofCheck.includes(leaf, index, size, other, root));
            }
            refused(ProofCheck.includes(flipped(leaf), index, size, path, root));
            refused(ProofCheck.includes(leaf, index, size, path, flipped(root)));
            for (long other : List.of(index - 1L, index + 1L, index ^ 2L, index + (1L << 32), -1L, (long) size, Long.MAX_VALUE)) {
                refused(ProofCheck.includes(leaf, other, size, path, root));
            }
            for (int other : List.of(size - 1, size + 1, size * 2, size / 2)) {
                // A size comes with its own root; a path alone does not bind it, where the tree's shape is the same.
                if (other > 0 && other <= MOST) {
                    refused(ProofCheck.includes(leaf, index, other, path, ROOTS.get(other)));
                }
                if (other <= index || !NaiveTree.inclusionShape(index, other).equals(NaiveTree.inclusionShape(index, size))) {
                    refused(ProofCheck.includes(leaf, index, other, path, root));
                }
            }
            refused(ProofCheck.includes(leaf, index, 0, path, root));
            refused(ProofCheck.includes(leaf, index, -size, path, root));
        }
    }

    @Test
    void no_mutated_consistency_proof_is_accepted() {
        while (mutants < 80_000) {
            int to = 1 + random.nextInt(MOST);
            int from = 1 + random.nextInt(to);
            List<Hash> path = MerkleTree.consistencyPath(from, to, TREE);
            Hash older = ROOTS.get(from);
            Hash newer = ROOTS.get(to);
            assertThat(ProofCheck.isConsistent(from, older, to, newer, path)).isTrue();

            for (List<Hash> other : mutated(path, older, newer)) {
                refused(ProofCheck.isConsistent(from, older, to, newer, other));
            }
            refused(ProofCheck.isConsistent(from, flipped(older), to, newer, path));
            refused(ProofCheck.isConsistent(from, older, to, flipped(newer), path));
            if (from != to) {
                refused(ProofCheck.isConsistent(from, newer, to, older, path));
                refused(ProofCheck.isConsistent(to, newer, from, older, path));
                refused(ProofCheck.isConsistent(from, older, to, newer, List.of()));
            }
            for (int other : List.of(from - 1, from + 1, from ^ 2, -from, 0)) {
                if (other != from && (other < 1 || other > to || !shape(other, to).equals(shape(from, to)))) {
                    refused(ProofCheck.isConsistent(other, older, to, newer, path));
                }
                if (other > 0 && other <= MOST && other != from) {
                    refused(ProofCheck.isConsistent(other, ROOTS.get(other), to, newer, path));
                }
            }
            for (int other : List.of(to - 1, to + 1, to * 2, to / 2, 0, -to)) {
                if (other < from || !shape(from, other).equals(shape(from, to))) {
                    refused(ProofCheck.isConsistent(from, older, other, newer, path));
                }
                if (other > 0 && other <= MOST) {
                    refused(ProofCheck.isConsistent(from, older, other, ROOTS.get(other), path));
                }
            }
        }
    }

    private static String shape(int from, int to) {
        return NaiveTree.consistencyShape(from, to, true);
    }

    private List<List<Hash>> mutated(List<Hash> path, Hash... near) {
        List<List<Hash>> all = new ArrayList<>();
        for (int at = 0; at < path.size(); at++) {
            List<Hash> flipped = new ArrayList<>(path);
            flipped.set(at, flipped(path.get(at)));
            all.add(flipped);
            List<Hash> shorter = new ArrayList<>(path);
            shorter.remove(at);
            all.add(shorter);
            List<Hash> twice = new ArrayList<>(path);
            twice.add(at, path.get(at));
            all.add(twice);
            List<Hash> swapped = new ArrayList<>(path);
            Collections.swap(swapped, at, random.nextInt(path.size()));
            all.add(swapped);
        }
        for (Hash each : near) {
            List<Hash> before = new ArrayList<>(path);
            before.addFirst(each);
            all.add(before);
            List<Hash> after = new ArrayList<>(path);
            after.addLast(each);
            all.add(after);
        }
        all.add(path.reversed());
        all.removeIf(path::equals);
        return all;
    }

    private Hash flipped(Hash hash) {
        byte[] bytes = hash.toBytes();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return Hash.of(bytes);
    }

    private void refused(boolean accepted) {
        mutants++;
        if (accepted) {
            throw new AssertionError("mutant %d was accepted".formatted(mutants));
        }
    }
}
