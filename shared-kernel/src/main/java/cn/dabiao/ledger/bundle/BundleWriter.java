package cn.dabiao.ledger.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import cn.dabiao.ledger.proof.SignedNote;
import cn.dabiao.ledger.proof.VerifierKey;

/** Writes a school's events, their proofs and all that is needed to check them. Same events, same checkpoint: same bytes. */
public final class BundleWriter {

    /** No real time, and not the first that a zip can tell: there the JDK adds one in the time zone of the machine. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private BundleWriter() {}

    /**
     * Writes the bundle and leaves the stream open. Events are asked for once and held one at a time (of each only the
     * position is kept for its proof).
     *
     * @param events in the order of their positions, at least one, each below the checkpoint's size
     * @throws IllegalArgumentException when they are not in that order
     */
    public static void write(
            OutputStream out, Iterable<BundledEvent> events, PathSource paths, SignedNote checkpoint, VerifierKey key)
            throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        begin(zip, Entries.EVENTS);
        LongStream positions = writeEvents(zip, events);
        begin(zip, Entries.PROOFS);
        for (PrimitiveIterator.OfLong each = positions.iterator(); each.hasNext(); ) {
            long position = each.nextLong();
            writeLine(zip, ProofLine.of(position, paths.path(position)));
        }
        begin(zip, Entries.CHECKPOINT);
        zip.write(checkpoint.toBytes());
        begin(zip, Entries.KEY);
        zip.write((key + "\n").getBytes(StandardCharsets.UTF_8));
        begin(zip, Entries.README);
        zip.write(BundleReadme.bytes());
        zip.closeEntry();
        zip.finish();
    }

    private static LongStream writeEvents(ZipOutputStream zip, Iterable<BundledEvent> events) throws IOException {
        LongStream.Builder positions = LongStream.builder();
        long last = -1;
        for (BundledEvent event : events) {
            long position = event.leaf().position();
            if (position <= last) {
                throw new IllegalArgumentException("position %d after %d".formatted(position, last));
            }
            writeLine(zip, EventLine.of(event));
            positions.add(position);
            last = position;
        }
        return positions.build();
    }

    private static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    private static void writeLine(ZipOutputStream zip, Object line) throws IOException {
        zip.write(BundleJson.write(line));
        zip.write('\n');
    }
}
