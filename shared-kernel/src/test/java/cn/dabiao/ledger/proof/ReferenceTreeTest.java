package cn.dabiao.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The eight leaves, roots and proofs with which the implementations of Certificate Transparency are tested. */
class ReferenceTreeTest {

    private static final List<Hash> LEAVES = Stream.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .map(leaf -> Hash.sha256(new byte[] {0}, HexFormat.of().parseHex(leaf)))
            .toList();
    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    private static final StoredNodes TREE = new StoredNodes().append(LEAVES);

    @Test
    void every_root_of_the_reference_tree_is_the_known_one() {
        Frontier grown = Frontier.EMPTY;
        for (int size = 0; size <= LEAVES.size(); size++) {
            Frontier atOnce = Frontier.EMPTY.append(LEAVES.subList(0, size), (level, index, hash) -> {});

            assertThat(atOnce.root()).hasToString(ROOTS.get(size)).isEqualTo(grown.root());
            assertThat(MerkleTree.root(size, TREE)).hasToString(ROOTS.get(size));
            if (size < LEAVES.size()) {
                grown = grown.append(List.of(LEAVES.get(size)), (level, index, hash) -> {});
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, ''",
        "0, 8, '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 "
                + "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                + "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'",
        "5, 8, 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b "
                + "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 "
                + "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'",
        "2, 3, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'",
        "1, 5, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d "
                + "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                + "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'"
    })
    void the_known_inclusion_proofs_are_made_and_verify(int index, int size, String known) {
        List<Hash> path = MerkleTree.inclusionPath(index, size, TREE);

        assertThat(path).isEqualTo(hashes(known));
        assertThat(ProofCheck.includes(LEAVES.get(index), index, size, path, hash(ROOTS.get(size)))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, ''",
        "1, 8, '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 "
                + "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                + "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'",
        "6, 8, '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a "
                + "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 "
                + "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'",
        "2, 5, '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e "
                + "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'",
        "6, 7, '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a "
                + "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f "
                + "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'"
    })
    void the_known_consistency_proofs_are_made_and_verify(int from, int to, String known) {
        List<Hash> path = MerkleTree.consistencyPath(from, to, TREE);

        assertThat(path).isEqualTo(hashes(known));
        assertThat(ProofCheck.isConsistent(from, hash(ROOTS.get(from)), to, hash(ROOTS.get(to)), path)).isTrue();
    }

    /** These digests come from a program in another language, which made all the proofs from the RFC's recursion. */
    @Test
    void all_proofs_of_the_reference_tree_and_of_a_larger_one_are_those_of_another_implementation() {
        List<Hash> inclusion = new ArrayList<>();
        List<Hash> consistency = new ArrayList<>();
        for (int size = 1; size <= 8; size++) {
            for (int index = 0; index < size; index++) {
                inclusion.addAll(MerkleTree.inclusionPath(index, size, TREE));
                consistency.addAll(MerkleTree.consistencyPath(index + 1, size, TREE));
            }
        }
        StoredNodes larger = new StoredNodes().append(NaiveTree.numbered(300));

        assertThat(digest(inclusion)).isEqualTo("9db592d71b0fcd6fc27acf630e1d2b45b00c0ccf50dc5d043a98a4229ed04028");
        assertThat(digest(consistency)).isEqualTo("5e31f6c5aa9b4dc9531788e5dd4d5f966a0545bef9b4c6d80877e7fade00d249");
        assertThat(MerkleTree.root(300, larger))
                .hasToString("7cb38a3a7211231d902f423fcd3f43cf9ac6da0aa1f31de0876c9927451ee3c5");
        assertThat(MerkleTree.root(255, larger))
                .hasToString("58f204dcc06ebcf29082c362701341df88ec3d5f338036c72a98894aaf69059d");
        assertThat(digest(MerkleTree.inclusionPath(173, 300, larger)))
                .isEqualTo("6df4db725f4b49a3665de816ce386e89e012137acd13a04ed862146b88a5661b");
        assertThat(digest(MerkleTree.consistencyPath(171, 300, larger)))
                .isEqualTo("8310b6ccb42845d35af620cb5b3241f0f496a62985020f966f033fa1ad705a53");
    }

    private static String digest(List<Hash> hashes) {
        return Hash.sha256(hashes.stream().map(Hash::toBytes).toArray(byte[][]::new)).toString();
    }

    private static List<Hash> hashes(String text) {
        return Stream.of(text.split(" ", -1)).filter(it -> !it.isEmpty()).map(ReferenceTreeTest::hash).toList();
    }

    private static Hash hash(String hex) {
        return Hash.of(HexFormat.of().parseHex(hex));
    }
}
