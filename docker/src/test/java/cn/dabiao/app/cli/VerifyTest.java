package cn.dabiao.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.dabiao.ledger.bundle.BundleWriter;
import cn.dabiao.ledger.bundle.BundledEvent;
import cn.dabiao.ledger.proof.Checkpoint;
import cn.dabiao.ledger.proof.Leaf;
import cn.dabiao.ledger.proof.SignedNote;
import cn.dabiao.ledger.proof.SigningKey;

/** The command line without a ledger: bundles, and whatever it has to refuse. */
class VerifyTest {

    private static final SigningKey KEY = SigningKey.generate("dabiao.cn/320724", new SecureRandom());
    private static final SigningKey ANOTHER = SigningKey.generate("dabiao.cn/320724", new SecureRandom());

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_bundle_is_sound_by_its_own_key_and_the_report_says_whose_word_that_is() throws IOException {
        assertThat(verify("--bundle", bundle("{\"itemNo\":1}"))).isZero();

        assertThat(out.toString()).isEqualToNormalizingNewlines(
                """
                sound: 1 event in 1 stream, of the tree of size 1 signed by dabiao.cn/320724
                note: the bundle's own key was taken at its word; give the one you know as --key
                """);
    }

    @Test
    void with_a_known_key_given_or_in_a_file_there_is_nothing_to_note() throws IOException {
        Path file = Files.writeString(directory.resolve("key"), KEY.verifier() + "\n");
        String bundle = bundle("{}");

        assertThat(verify("--bundle", bundle, "--key", KEY.verifier().toString())).isZero();
        assertThat(verify("--bundle", bundle, "--key", ANOTHER.verifier().toString(), "--key", file.toString())).isZero();

        assertThat(out.toString()).doesNotContain("note:");
    }

    @Test
    void under_another_key_it_is_unsound() throws IOException {
        assertThat(verify("--bundle", bundle("{}"), "--key", ANOTHER.verifier().toString())).isEqualTo(1);

        assertThat(out.toString()).startsWith("UNSOUND: key: the bundle's key is not the trusted one");
    }

    @Test
    void a_bundle_with_an_event_that_was_not_signed_is_unsound_and_the_event_is_named() throws IOException {
        assertThat(verify("--bundle", bundle("{\"itemNo\":1}", event("{\"itemNo\":2}")))).isEqualTo(1);

        assertThat(out.toString())
                .startsWith("UNSOUND at position 0, event 018f3b1e-7c00-7abc-8def-012345670000: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "--nonsense",
        "--url=jdbc:postgresql://127.0.0.1/x --data-dir=d",
        "--url=jdbc:postgresql://127.0.0.1/x?password=secret",
        "--url=jdbc:oracle:thin:x",
        "--username=u",
        "--key=neither-key-nor-file",
        "--checkpoint=no-such-file",
        "--bundle=no-such-file",
        "--bundle=b --checkpoint=no-such-file",
        "--data-dir=no-such-directory",
        "--url=jdbc:postgresql://127.0.0.1:1/x --username=u",
    })
    void what_cannot_be_checked_is_neither_sound_nor_unsound(String arguments) {
        assertThat(verify(arguments.split(" ", -1))).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isNotEmpty().doesNotContain("\tat ");
        assertThat(Path.of("no-such-directory")).doesNotExist();
    }

    @Test
    void a_checkpoint_that_the_known_key_did_not_sign_is_wrong_usage() throws IOException {
        Path note = Files.write(directory.resolve("note"), note(event("{}").leaf(), ANOTHER).toBytes());

        assertThat(verify("--checkpoint", note.toString(), "--key", KEY.verifier().toString())).isEqualTo(2);

        assertThat(err.toString()).contains("not signed by");
    }

    @Test
    void it_tells_how_it_is_used() {
        assertThat(verify("--help")).isZero();
        assertThat(verify("--version")).isZero();

        assertThat(out.toString()).contains("java -jar dabiao.jar verify", "--data-dir", "--no-progress", "could not be checked", "Dabiao ");
    }

    private int verify(String... arguments) {
        return Verify.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private String bundle(String payload) throws IOException {
        return bundle(payload, event(payload));
    }

    /** A bundle of one event, with the checkpoint of a tree of another. */
    private String bundle(String signed, BundledEvent event) throws IOException {
        Path file = directory.resolve("bundle-" + UUID.randomUUID() + ".zip");
        try (OutputStream zip = Files.newOutputStream(file)) {
            BundleWriter.write(zip, List.of(event), position -> List.of(), note(event(signed).leaf(), KEY), KEY.verifier());
        }
        return file.toString();
    }

    private static SignedNote note(Leaf only, SigningKey key) {
        return SignedNote.sign(new Checkpoint("dabiao.cn/320724", 1, only.hash()).text(), key);
    }

    private static BundledEvent event(String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        byte[] metadata = "{}".getBytes(StandardCharsets.UTF_8);
        Leaf leaf = Leaf.of(
                0, "assessment:guannan-2018:2132072401", 0, "assessment", UUID.fromString("018f3b1e-7c00-7abc-8def-012345670000"),
                "assessment.ItemScored", "1", Instant.parse("2026-03-01T08:00:00.000001Z"), bytes, metadata);
        return new BundledEvent(leaf, bytes, metadata);
    }
}
