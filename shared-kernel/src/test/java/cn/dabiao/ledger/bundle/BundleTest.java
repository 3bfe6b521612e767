package cn.dabiao.ledger.bundle;

import static cn.dabiao.ledger.bundle.BundleExamples.KEY;
import static cn.dabiao.ledger.bundle.BundleExamples.SCHOOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.dabiao.ledger.bundle.BundleReport.Sound;
import cn.dabiao.ledger.bundle.BundleReport.Unsound;
import cn.dabiao.ledger.proof.Leaf;
import cn.dabiao.ledger.proof.Malformed;
import cn.dabiao.ledger.proof.SigningKey;
import cn.dabiao.ledger.proof.StreamOrder;

class BundleTest {

    /** The sixth of our school's events: the third of its stream is yet to come. */
    private static final int SIXTH = 5;

    @TempDir
    Path folder;

    private Path file;
    private Map<String, byte[]> entries;

    @BeforeEach
    void a_sound_bundle() throws IOException {
        file = folder.resolve("bundle.zip");
        Files.write(file, BundleExamples.bundle());
        entries = BundleExamples.entries(file);
    }

    @Test
    void what_is_written_is_sound_and_always_the_same() throws IOException {
        List<Long> progress = new ArrayList<>();

        assertThat(new BundleVerifier(Optional.empty(), progress::add).verify(file))
                .isInstanceOfSatisfying(Sound.class, sound -> {
                    assertThat(sound.events()).isEqualTo(15);
                    assertThat(sound.streams()).isEqualTo(3);
                    assertThat(sound.checkpoint().size()).isEqualTo(45);
                });
        assertThat(progress).hasSize(15).endsWith(14L, 15L);
        assertThat(verify()).isInstanceOf(Sound.class);
        assertThat(BundleExamples.bundle()).isEqualTo(BundleExamples.bundle());
        assertThat(entries.keySet()).containsExactly("events.ndjson", "proofs.ndjson", "checkpoint", "key", "README.txt");
        assertThat(lines("events.ndjson").getFirst()).isEqualTo(
                "{\"position\":1,\"streamId\":\"assessment:年0:2132072401\",\"streamSeq\":0,\"streamType\":\"assessment\","
                        + "\"eventId\":\"018f3b1e-7c00-7abc-8def-012345670001\",\"eventType\":\"assessment.ItemScored\","
                        + "\"revision\":\"1\",\"recordedAt\":\"2026-03-01T08:00:00.001000Z\","
                        + "\"payload\":\"eyJpdGVtTm8iOjEsInJlYXNvbiI6IuebkeaOp+WupOmdouenrzjjjqEifQ==\","
                        + "\"metadata\":\"eyJhY3RvciI6IuWRmDEifQ==\"}");
        assertThat(lines("proofs.ndjson").getFirst()).startsWith("{\"position\":1,\"path\":[\"").endsWith("=\"]}");
        assertThat(new String(entry("key"), StandardCharsets.UTF_8)).isEqualTo(KEY.verifier() + "\n");
        assertThat(new String(entry("README.txt"), StandardCharsets.UTF_8)).contains("dabiao-event-v1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"position\":16|\"position\":15", "\"streamSeq\":1|\"streamSeq\":2", "\"streamSeq\":1|\"streamSeq\":1.0",
        "年2|年1", "\"assessment\"|\"assessmens\"", "012345670010|012345670011", "8def|8DEF", "ItemScored|ItemScorec",
        "\"revision\":\"1\"|\"revision\":\"2\"", "\"revision\":\"1\"|\"revision\":1", "\"revision\":\"1\"|\"revision\":null",
        "08:00:00.016000|08:00:00.016001", "08:00:00.016000|08:00:00.016", "\"payload\":\"ey|\"payload\":\"ez",
        "\"metadata\":\"eyJ|\"metadata\":\"eyI", "=\"}|\"}", "\"position\":16|\"position\":\"16\"", "\"streamSeq\":1|\"streamSeq\":\"\"", "\"assessment\"|true", "\"metadata\"|\"Metadata\"",
        "{|{\"more\":1,", "{|{\"streamSeq\":1,", "\"revision\":\"1\",|''", "}|}}", "}|} 1", "\"revision\":\"1\"|\"revision\":\"\\ud800\""
    })
    void a_changed_event_is_named(String part, String forged) {
        change("events.ndjson", SIXTH, line -> {
            assertThat(line).contains(part);
            return line.replace(part, forged);
        });

        assertThat(verify()).isInstanceOfSatisfying(Unsound.class, it -> {
            assertThat(it.position()).isIn(OptionalLong.of(15), OptionalLong.of(16));
            assertThat(it.eventId().orElseThrow()).startsWith("018f3b1e-7c00-7abc-8").containsPattern("01234567[0-9a-f]{4}$");
        });
    }

    @Test
    void a_missing_event_is_named_by_the_next_of_its_stream() {
        remove("events.ndjson", SIXTH);
        remove("proofs.ndjson", SIXTH);

        assertUnsound(25, "stream assessment:年2:2132072401 goes on with 2 where 1 should follow");
    }

    @Test
    void a_missing_line_of_one_file_is_named() {
        remove("events.ndjson", SIXTH);

        assertThat(verify()).isInstanceOfSatisfying(Unsound.class, it -> assertThat(it.position()).hasValue(16));
        entries.put("proofs.ndjson", entry("events.ndjson"));
        assertThat(verify()).isInstanceOf(Unsound.class);
    }

    @Test
    void a_file_that_ends_early_is_named() {
        remove("proofs.ndjson", 14);
        assertUnsound(43, "there is no proof of this event");

        remove("events.ndjson", 14);
        assertThat(verify()).isInstanceOf(Sound.class);
        remove("events.ndjson", 13);
        assertThat(verify()).isInstanceOfSatisfying(Unsound.class, it -> {
            assertThat(it.position()).hasValue(40);
            assertThat(it.what()).isEqualTo("there is a proof without its event");
        });
    }

    @Test
    void an_event_told_twice_or_out_of_its_order_is_named() {
        Map<String, byte[]> sound = Map.copyOf(entries);
        for (String name : List.of("events.ndjson", "proofs.ndjson")) {
            List<String> lines = lines(name);
            lines.add(SIXTH, lines.get(SIXTH));
            put(name, lines);
        }
        assertUnsound(16, "position 16 comes after 16");

        entries.putAll(sound);
        for (String name : List.of("events.ndjson", "proofs.ndjson")) {
            List<String> lines = lines(name);
            Collections.swap(lines, SIXTH, SIXTH + 1);
            put(name, lines);
        }
        assertUnsound(16, "position 16 comes after 19");
    }

    @Test
    void one_stream_has_one_type() {
        StreamOrder order = new StreamOrder();
        order.faultOf(SCHOOL.getFirst().leaf());

        assertThat(SCHOOL.get(3).leaf().streamId()).isEqualTo(SCHOOL.getFirst().leaf().streamId());
        Leaf it = SCHOOL.get(3).leaf();
        assertThat(order.faultOf(new Leaf(
                        it.position(), it.streamId(), it.streamSeq(), "school", it.eventId(), it.eventType(), it.revision(),
                        it.recordedAt(), it.payload(), it.metadata())))
                .hasValueSatisfying(what -> assertThat(what).contains("is of type assessment and not school"));
    }

    @Test
    void a_bundle_of_another_key_is_sound_only_to_who_trusts_that_key() throws IOException {
        SigningKey forger = SigningKey.generate("dabiao.cn/320724", new SecureRandom());
        entries.put("checkpoint", BundleExamples.noteOf(45, forger).toBytes());
        assertFault("checkpoint: the note is not signed by dabiao.cn/320724");

        entries.put("key", (forger.verifier() + "\n").getBytes(StandardCharsets.UTF_8));
        assertFault("key: the bundle's key is not the trusted one, " + KEY.verifier());
        assertThat(new BundleVerifier(Optional.of(forger.verifier()), checked -> {}).verify(file)).isInstanceOf(Sound.class);
    }

    @Test
    void proofs_are_of_the_signed_size() {
        entries.put("checkpoint", BundleExamples.noteOf(44, KEY).toBytes());
        assertThat(verify()).isInstanceOf(Unsound.class);

        entries.put("checkpoint", BundleExamples.noteOf(20, KEY).toBytes());
        assertThat(verify()).isInstanceOf(Unsound.class);
    }

    @Test
    void broken_proof_lines_are_faults_of_their_event() {
        for (String forged : List.of("{}", "{\"position\":16,\"path\":[null]}", "{\"position\":16,\"path\":[\"AA==\"]}",
                "{\"position\":16,\"path\":[1]}", "{\"position\":16,\"path\":null}", "[]", "", "null")) {
            change("proofs.ndjson", SIXTH, line -> forged);

            assertThat(verify()).as(forged).isInstanceOfSatisfying(Unsound.class, it -> assertThat(it.position()).hasValue(16));
        }
        change("proofs.ndjson", SIXTH, line -> "x");
        change("events.ndjson", SIXTH, line -> "null");
        assertThat(verify()).isInstanceOfSatisfying(Unsound.class, it -> assertThat(it.position()).isEmpty());
    }

    @Test
    void a_zip_bomb_is_not_unpacked() {
        byte[] vast = new byte[24 << 20];
        entries.put("events.ndjson", vast);
        assertFault("events.ndjson, line 1: a line of more than 8 MiB");

        Arrays.fill(vast, (byte) '\n');
        entries.put("events.ndjson", vast);
        assertThat(verify()).isInstanceOf(Unsound.class);
        for (String name : List.of("README.txt", "checkpoint", "key")) {
            entries.put(name, vast);
            assertThat(verify()).isInstanceOfSatisfying(
                    Unsound.class, it -> assertThat(it.what()).startsWith(name + " is larger than").isNotNull());
        }
    }

    @Test
    void only_the_five_entries_and_nothing_hidden_is_a_bundle() throws IOException {
        byte[] bundle = Files.readAllBytes(file);
        assertThat(BundleExamples.verify(file, new byte[0])).isInstanceOf(Unsound.class);
        assertThat(BundleExamples.verify(file, Arrays.copyOf(bundle, bundle.length + 1))).isInstanceOf(Unsound.class);
        byte[] prefixed = new byte[bundle.length + 1];
        System.arraycopy(bundle, 0, prefixed, 1, bundle.length);
        assertThat(BundleExamples.verify(file, prefixed)).isInstanceOf(Unsound.class);

        entries.put("more", new byte[0]);
        assertThat(verify()).isInstanceOf(Unsound.class);
        entries.remove("key");
        assertFault("the bundle has not the five entries events.ndjson, proofs.ndjson, checkpoint, key, README.txt");
    }

    @Test
    void an_empty_bundle_shows_nothing() {
        entries.put("events.ndjson", new byte[0]);
        entries.put("proofs.ndjson", new byte[0]);
        assertFault("the bundle holds no event");
    }

    @Test
    void a_file_that_is_not_there_is_no_report() {
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(
                () -> new BundleVerifier(Optional.empty(), checked -> {}).verify(folder.resolve("none")));
    }

    @Test
    void the_writer_wants_events_in_order_and_bytes_that_are_theirs() {
        assertThatIllegalArgumentException().isThrownBy(() -> BundleExamples.bundleOf(SCHOOL.reversed()));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() ->
                new BundledEvent(SCHOOL.getFirst().leaf(), SCHOOL.getLast().payload(), SCHOOL.getFirst().metadata()));
        assertThatExceptionOfType(Malformed.class).isThrownBy(() ->
                new BundledEvent(SCHOOL.getFirst().leaf(), SCHOOL.getFirst().payload(), SCHOOL.getLast().metadata()));
    }

    private void assertUnsound(long position, String what) {
        assertThat(verify()).isEqualTo(new Unsound(
                OptionalLong.of(position),
                Optional.of(BundleExamples.LEDGER.get((int) position).leaf().eventId().toString()),
                what));
    }

    private void assertFault(String what) {
        assertThat(verify()).isEqualTo(new Unsound(OptionalLong.empty(), Optional.empty(), what));
    }

    private BundleReport verify() {
        return BundleExamples.verify(file, BundleExamples.zip(entries));
    }

    private byte[] entry(String name) {
        return Objects.requireNonNull(entries.get(name));
    }

    private List<String> lines(String name) {
        return new ArrayList<>(new String(entry(name), StandardCharsets.UTF_8).lines().toList());
    }

    private void put(String name, List<String> lines) {
        entries.put(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private void change(String name, int line, UnaryOperator<String> change) {
        List<String> lines = lines(name);
        lines.set(line, change.apply(lines.get(line)));
        put(name, lines);
    }

    private void remove(String name, int line) {
        List<String> lines = lines(name);
        lines.remove(line);
        put(name, lines);
    }
}
