package cn.dabiao.ledger.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

    /** Made by another implementation of Ed25519, of the seed 00 01 … 1f. */
    private static final String VERIFIER = "dabiao.cn/320724+2692e486+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";

    private static final String SIGNER = "PRIVATE+KEY+dabiao.cn/320724+2692e486+AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f";
    private static final String TEXT = "dabiao.cn/320724\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n";
    private static final String SIGNATURE = "— dabiao.cn/320724 "
            + "JpLkhtW/7mCuppWGY8JNmpoVnQUvcq7cajrRSeTYxB7uXy0YhCuVbFi3w8WQaMS9zgn8YwVbOV+jFpfrpUvv0QEf5go=\n";
    private static final String NOTE = TEXT + "\n" + SIGNATURE;
    private static final String UNKNOWN = "— witness.example AAAAAAECAw==\n";
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static final VerifierKey KEY = VerifierKey.parse(VERIFIER);

    @Test
    void a_checkpoint_is_signed_to_the_byte_as_others_sign_it() {
        SigningKey signer = SigningKey.parse(SIGNER);
        Checkpoint checkpoint = Checkpoint.parse(TEXT);

        assertThat(signer.verifier()).isEqualTo(KEY).hasToString(VERIFIER);
        assertThat(signer.secretText()).isEqualTo(SIGNER);
        assertThat(signer.toString()).doesNotContain("PRIVATE").doesNotContain("AQABAgME");
        assertThat(checkpoint.size()).isEqualTo(8);
        assertThat(checkpoint.text()).isEqualTo(TEXT);
        assertThat(SignedNote.sign(checkpoint.text(), signer)).hasToString(NOTE);
        assertThat(open(NOTE)).isEqualTo(TEXT);
    }

    @Test
    void a_note_of_the_go_tools_is_read() {
        String note = """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.

                — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
                """;

        assertThat(SignedNote.parse(note.getBytes(StandardCharsets.UTF_8))
                        .textSignedBy(VerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")))
                .endsWith("your problem is.\n");
    }

    @Test
    void a_new_key_signs_what_its_verifier_reads() {
        SigningKey key = SigningKey.generate("dabiao.cn/test", new SecureRandom());
        SignedNote note = SignedNote.sign("one\n\nthree, after an empty line\n", SigningKey.parse(key.secretText()));

        assertThat(note.textSignedBy(VerifierKey.parse(key.verifier().toString()))).isEqualTo("one\n\nthree, after an empty line\n");
        assertThat(SignedNote.parse(note.toBytes())).hasToString(note.toString());
    }

    @Test
    void signatures_of_unknown_keys_are_passed_over() {
        String sameName = "— dabiao.cn/320724 AAAAAAECAw==\n";
        String sameId = "— elsewhere.example JpLkhgECAw==\n";

        assertThat(open(TEXT + "\n" + UNKNOWN + sameName + SIGNATURE + sameId)).isEqualTo(TEXT);
        assertNotOpened(TEXT + "\n" + UNKNOWN + sameName + sameId);
        assertNotOpened(NOTE + "— dabiao.cn/320724 JpLkhgECAw==\n");
    }

    @Test
    void a_signature_has_one_form_only() {
        byte[] signed = StrictBase64.decode(SIGNATURE.substring(SIGNATURE.lastIndexOf(' ') + 1, SIGNATURE.length() - 1));
        byte[] scalar = Arrays.copyOfRange(signed, 36, 68);
        byte[] larger = littleEndian(new BigInteger(1, reversed(scalar)).add(ORDER));
        System.arraycopy(larger, 0, signed, 36, 32);

        assertNotOpened(TEXT + "\n— dabiao.cn/320724 " + StrictBase64.encode(signed) + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "\n", "\n\n", "text\n", "text\n\n", "text\n\n— a\n", "text\n\n— a AAAAAAE", "text\n\n- a AAAAAAE=\n",
        "text\n\n— a AAAAAA==\n", "text\n\n—a AAAAAAE=\n", "text\n\n— a  AAAAAAE=\n", "text\n\n— a+b AAAAAAE=\n",
        "text\n\n—  AAAAAAE=\n", "text\n\n— a AAAAAAE\n", "text\n\n— a AAAAAAF=\n", "text\n\n— a AAAAAAE= \n",
        "text\n\n— a\u00a0b AAAAAAE=\n", "te\txt\n\n— a AAAAAAE=\n", "text\r\n\r\n— a AAAAAAE=\r\n", "text\n— a AAAAAAE=\n",
        "text\n\n— a AAAAAAE=\nmore\n"
    })
    void what_is_no_note_is_refused(String note) {
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_note_is_utf8_and_small() {
        byte[] broken = NOTE.getBytes(StandardCharsets.UTF_8);
        broken[3] = (byte) 0xC0;

        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> SignedNote.parse(broken));
        assertThatExceptionOfType(Malformed.class)
                .isThrownBy(() -> SignedNote.parse((NOTE + UNKNOWN.repeat(3000)).getBytes(StandardCharsets.UTF_8)));
        assertThat(open(NOTE + UNKNOWN.repeat(16))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "o\n1\n", "o\n1\nroot\n", "o\n1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=",
        "\n1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n", "o\n01\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n",
        "o\n00\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n", "o\n+1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n",
        "o\n-1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n", "o\n 1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n",
        "o\n9223372036854775808\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n",
        "o\n٣\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n", "o\n1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz-Nw7_RgQyg=\n",
        "o\n1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg\n", "o\n1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyh=\n",
        "o\n1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n", "o\n1\n\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n",
        "o\n1\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/Rg\n", "o\n1\n XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n"
    })
    void what_is_no_checkpoint_is_refused(String text) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Checkpoint.parse(text));
    }

    @Test
    void an_empty_tree_and_extension_lines_are_read() {
        String empty = "o\n0\n" + MerkleTree.EMPTY_ROOT.toBase64() + "\n";

        assertThat(Checkpoint.parse(empty)).isEqualTo(new Checkpoint("o", 0, MerkleTree.EMPTY_ROOT));
        assertThat(Checkpoint.parse(empty + "an extension\n").size()).isZero();
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new Checkpoint("o\n1", 0, MerkleTree.EMPTY_ROOT));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new Checkpoint("", 0, MerkleTree.EMPTY_ROOT));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> new Checkpoint("o", -1, MerkleTree.EMPTY_ROOT));
    }

    @Test
    void no_mutated_verifier_or_signer_key_is_read_as_a_key() {
        Random random = new Random(9162);
        for (int mutant = 0; mutant < 2_000; mutant++) {
            String verifier = flipped(VERIFIER, random);
            String signer = flipped(SIGNER, random);

            assertThatExceptionOfType(Malformed.class).as(verifier).isThrownBy(() -> VerifierKey.parse(verifier));
            assertThatExceptionOfType(Malformed.class).as(signer).isThrownBy(() -> SigningKey.parse(signer));
        }
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> VerifierKey.parse(VERIFIER + "\n"));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> VerifierKey.parse(VERIFIER.replace("2692e486", "2692E486")));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> VerifierKey.parse("a b" + VERIFIER));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> SigningKey.generate("a+b", new SecureRandom()));
    }

    @Test
    void no_mutated_note_is_opened() {
        Random random = new Random(8032);
        byte[] note = NOTE.getBytes(StandardCharsets.UTF_8);
        int bits = note.length * 8;
        for (int mutant = 0; mutant < bits; mutant++) {
            byte[] flipped = note.clone();
            flipped[mutant / 8] ^= (byte) (1 << (mutant % 8));
            assertNotOpened(flipped);
        }
        for (int length = 0; length < note.length; length++) {
            assertNotOpened(Arrays.copyOf(note, length));
            assertNotOpened(Arrays.copyOfRange(note, length + 1, note.length));
            byte[] longer = Arrays.copyOf(note, note.length + 1);
            System.arraycopy(note, length, longer, length + 1, note.length - length);
            longer[length] = (byte) (' ' + random.nextInt(95));
            if (longer[length] != note[length]) {
                assertNotOpened(longer);
            }
            byte[] swapped = note.clone();
            int other = random.nextInt(note.length);
            swapped[length] = note[other];
            swapped[other] = note[length];
            if (!Arrays.equals(swapped, note)) {
                assertNotOpened(swapped);
            }
        }
    }

    private static String flipped(String text, Random random) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int index = 0; index < bytes.length; index++) {
            reversed[index] = bytes[bytes.length - 1 - index];
        }
        return reversed;
    }

    private static byte[] littleEndian(BigInteger number) {
        return Arrays.copyOf(reversed(number.toByteArray()), 32);
    }

    private static String open(String note) {
        return SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).textSignedBy(KEY);
    }

    private static void assertNotOpened(String note) {
        assertNotOpened(note.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertNotOpened(byte[] note) {
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> SignedNote.parse(note).textSignedBy(KEY));
    }
}
