package cn.dabiao.ledger.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import cn.dabiao.ledger.proof.Checkpoint;
import cn.dabiao.ledger.proof.Leaf;
import cn.dabiao.ledger.proof.MerkleTree;
import cn.dabiao.ledger.proof.SignedNote;
import cn.dabiao.ledger.proof.SigningKey;
import cn.dabiao.ledger.proof.StoredNodes;

/** A ledger of 45 events in which every third is of our school: 15 events in three streams. */
final class BundleExamples {

    static final SigningKey KEY =
            SigningKey.parse("PRIVATE+KEY+dabiao.cn/320724+2692e486+AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f");
    static final int SIZE = 45;
    static final List<BundledEvent> LEDGER = ledger();
    static final List<BundledEvent> SCHOOL =
            LEDGER.stream().filter(it -> it.leaf().streamId().endsWith("2132072401")).toList();
    static final StoredNodes TREE =
            new StoredNodes().append(LEDGER.stream().map(it -> it.leaf().hash()).toList());
    static final SignedNote NOTE = noteOf(SIZE, KEY);

    private BundleExamples() {}

    static SignedNote noteOf(int size, SigningKey key) {
        return SignedNote.sign(new Checkpoint("dabiao.cn/320724", size, MerkleTree.root(size, TREE)).text(), key);
    }

    static byte[] bundle() {
        return bundleOf(SCHOOL);
    }

    static byte[] bundleOf(List<BundledEvent> events) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BundleWriter.write(out, events, at -> MerkleTree.inclusionPath(at, SIZE, TREE), NOTE, KEY.verifier());
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (String name : Entries.ALL) {
                entries.put(name, zip.getInputStream(zip.getEntry(name)).readAllBytes());
            }
        }
        return entries;
    }

    static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static BundleReport verify(Path file, byte[] bundle) {
        try {
            Files.write(file, bundle);
            return new BundleVerifier(Optional.of(KEY.verifier()), checked -> {}).verify(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<BundledEvent> ledger() {
        List<BundledEvent> events = new ArrayList<>();
        int[] seqs = new int[9];
        for (int position = 0; position < SIZE; position++) {
            int school = position % 3;
            int stream = position % 9;
            byte[] payload = "{\"itemNo\":%d,\"reason\":\"监控室面积8㎡\"}".formatted(position).getBytes(StandardCharsets.UTF_8);
            byte[] metadata = "{\"actor\":\"员%d\"}".formatted(position).getBytes(StandardCharsets.UTF_8);
            Leaf leaf = Leaf.of(
                    position,
                    "assessment:年%d:213207240%d".formatted(stream / 3, school),
                    seqs[stream]++,
                    "assessment",
                    new UUID(0x018f3b1e7c007abcL, 0x8def012345670000L + position),
                    "assessment.ItemScored",
                    "1",
                    Instant.parse("2026-03-01T08:00:00Z").plusMillis(position),
                    payload,
                    metadata);
            events.add(new BundledEvent(leaf, payload, metadata));
        }
        return events;
    }
}
