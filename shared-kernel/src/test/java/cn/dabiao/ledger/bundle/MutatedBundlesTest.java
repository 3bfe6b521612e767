package cn.dabiao.ledger.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles changed at random, inside and as a zip. What is not signed, README.txt and the zip's own dates, may change. */
class MutatedBundlesTest {

    private static final List<String> SIGNED = Entries.ALL.subList(0, 4);

    @TempDir
    Path folder;

    private final Random random = new Random(1951);
    private Path file;
    private byte[] bundle;
    private Map<String, byte[]> sound;

    @BeforeEach
    void a_sound_bundle() throws IOException {
        file = folder.resolve("bundle.zip");
        bundle = BundleExamples.bundle();
        Files.write(file, bundle);
        sound = BundleExamples.entries(file);
    }

    @Test
    void no_bundle_with_a_changed_entry_is_sound() {
        for (int mutant = 0; mutant < 800; mutant++) {
            String name = SIGNED.get(random.nextInt(SIGNED.size()));
            byte[] changed = mutated(entry(name));
            if (Arrays.equals(changed, entry(name))) {
                continue;
            }
            Map<String, byte[]> entries = new LinkedHashMap<>(sound);
            entries.put(name, changed);

            assertThat(BundleExamples.verify(file, BundleExamples.zip(entries)))
                    .as(() -> name + ": " + new String(changed, StandardCharsets.UTF_8))
                    .isInstanceOf(BundleReport.Unsound.class);
        }
    }

    @Test
    void no_bundle_with_exchanged_entries_is_sound() {
        for (String one : SIGNED) {
            for (String two : SIGNED) {
                Map<String, byte[]> entries = new LinkedHashMap<>(sound);
                entries.put(one, entry(two));
                entries.put(two, entry(one));
                assertThat(BundleExamples.verify(file, BundleExamples.zip(entries)) instanceof BundleReport.Sound)
                        .isEqualTo(one.equals(two));
            }
        }
    }

    @Test
    void a_damaged_zip_is_unsound_or_still_says_the_same() throws IOException {
        int refused = 0;
        for (int mutant = 0; mutant < 600; mutant++) {
            byte[] changed = bundle.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            if (BundleExamples.verify(file, changed) instanceof BundleReport.Unsound) {
                refused++;
            } else {
                Map<String, byte[]> entries = BundleExamples.entries(file);
                assertThat(SIGNED).allSatisfy(name -> assertThat(entries.get(name)).isEqualTo(entry(name)));
            }
        }
        assertThat(refused).isGreaterThan(300);
        for (int length = 0; length < bundle.length; length += 61) {
            assertThat(BundleExamples.verify(file, Arrays.copyOf(bundle, length))).isInstanceOf(BundleReport.Unsound.class);
        }
    }

    private byte[] entry(String name) {
        return Objects.requireNonNull(sound.get(name));
    }

    private byte[] mutated(byte[] entry) {
        int at = random.nextInt(entry.length);
        return switch (random.nextInt(7)) {
            case 0 -> Arrays.copyOf(entry, at);
            case 1 -> Arrays.copyOfRange(entry, at + 1, entry.length);
            case 2 -> inserted(entry, at);
            case 3 -> lines(entry, true);
            case 4 -> lines(entry, false);
            default -> flipped(entry, at);
        };
    }

    private byte[] flipped(byte[] entry, int at) {
        byte[] changed = entry.clone();
        changed[at] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }

    /** Neither a space, which says nothing between JSON's tokens, nor the minus of a minus nought. */
    private byte[] inserted(byte[] entry, int at) {
        byte[] changed = Arrays.copyOf(entry, entry.length + 1);
        System.arraycopy(entry, at, changed, at + 1, entry.length - at);
        changed[at] = (byte) ('.' + random.nextInt('~' - '.'));
        return changed;
    }

    private byte[] lines(byte[] entry, boolean swap) {
        List<String> lines = new ArrayList<>(new String(entry, StandardCharsets.UTF_8).lines().toList());
        int one = random.nextInt(lines.size());
        if (swap) {
            Collections.swap(lines, one, random.nextInt(lines.size()));
        } else {
            lines.remove(one);
        }
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
