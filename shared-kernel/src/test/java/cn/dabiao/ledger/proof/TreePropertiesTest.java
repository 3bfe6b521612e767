package cn.dabiao.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TreePropertiesTest {

    private static final int MOST = 300;
    private static final List<Hash> LEAVES = NaiveTree.numbered(MOST);
    private static final StoredNodes TREE = new StoredNodes().append(LEAVES);
    private static final List<Hash> ROOTS = IntStream.rangeClosed(0, MOST)
            .mapToObj(size -> NaiveTree.root(LEAVES.subList(0, size)))
            .toList();

    @Test
    void every_inclusion_proof_of_every_size_verifies_and_costs_few_reads() {
        for (int size = 1; size <= MOST; size++) {
            TREE.readsSince();
            for (int index = 0; index < size; index++) {
                List<Hash> path = MerkleTree.inclusionPath(index, size, TREE);

                assertThat(ProofCheck.includes(LEAVES.get(index), index, size, path, ROOTS.get(size))).isTrue();
                assertThat(TREE.readsSince()).isLessThanOrEqualTo(2 * log(size));
            }
        }
    }

    @Test
    void every_consistency_proof_of_every_two_sizes_verifies_and_costs_few_reads() {
        for (int to = 1; to <= MOST; to++) {
            TREE.readsSince();
            for (int from = 1; from <= to; from++) {
                List<Hash> path = MerkleTree.consistencyPath(from, to, TREE);

                assertThat(ProofCheck.isConsistent(from, ROOTS.get(from), to, ROOTS.get(to), path)).isTrue();
                assertThat(TREE.readsSince()).isLessThanOrEqualTo(2 * log(to) + 1);
            }
        }
    }

    @Property
    void proofs_are_those_of_the_recursion(
            @ForAll @IntRange(min = 1, max = MOST) int size, @ForAll @IntRange(max = MOST - 1) int any) {
        List<Hash> leaves = LEAVES.subList(0, size);

        assertThat(MerkleTree.inclusionPath(any % size, size, TREE)).isEqualTo(NaiveTree.path(any % size, leaves));
        assertThat(MerkleTree.consistencyPath(any % size + 1, size, TREE)).isEqualTo(NaiveTree.consistency(any % size + 1, leaves));
        assertThat(MerkleTree.root(size, TREE)).isEqualTo(ROOTS.get(size));
    }

    @Property
    void a_frontier_grown_in_any_batches_and_stored_between_them_has_the_recursions_root_and_nodes(
            @ForAll @Size(max = 12) List<@IntRange(max = 24) Integer> batches) {
        Frontier frontier = Frontier.EMPTY;
        StoredNodes stored = new StoredNodes();
        int size = 0;
        for (int batch : batches) {
            List<Hash> leaves = LEAVES.subList(size, size + batch);
            frontier = Frontier.of(size, frontier.toBytes()).append(leaves, (level, index, hash) ->
                    assertThat(hash).isEqualTo(NaiveTree.root(LEAVES.subList((int) index << level, ((int) index + 1) << level))));
            stored.append(leaves);
            size += batch;

            assertThat(frontier.size()).isEqualTo(size);
            assertThat(frontier.root()).isEqualTo(ROOTS.get(size)).isEqualTo(stored.frontier().root());
            assertThat(frontier.toBytes()).hasSize(32 * Integer.bitCount(size));
            // A tree of n leaves has 2n - popcount(n) full subtrees, the leaves among them: each stored once.
            assertThat(stored.count()).isEqualTo(2 * size - Integer.bitCount(size));
        }
    }

    @Test
    void all_roots_differ() {
        assertThat(new TreeSet<>(ROOTS.stream().map(Hash::toString).toList())).hasSize(MOST + 1);
    }

    @Test
    void a_frontier_of_another_size_is_refused() {
        byte[] three = Frontier.EMPTY.append(LEAVES.subList(0, 3), (level, index, hash) -> {}).toBytes();

        assertThat(Frontier.of(5, three).size()).isEqualTo(5);
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Frontier.of(4, three));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Frontier.of(7, three));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Frontier.of(-1, three));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Frontier.of(3, new byte[63]));
    }

    @Test
    void no_proof_is_made_of_what_is_not_there() {
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.inclusionPath(0, 0, TREE));
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.inclusionPath(8, 8, TREE));
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.inclusionPath(-1, 8, TREE));
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.consistencyPath(0, 8, TREE));
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.consistencyPath(9, 8, TREE));
        assertThatIllegalArgumentException().isThrownBy(() -> MerkleTree.root(-1, TREE));
    }

    private static int log(int size) {
        return 32 - Integer.numberOfLeadingZeros(size);
    }
}
