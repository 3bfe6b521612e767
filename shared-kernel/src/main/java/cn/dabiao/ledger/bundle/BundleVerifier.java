package cn.dabiao.ledger.bundle;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.zip.ZipException;

import cn.dabiao.ledger.proof.Checkpoint;
import cn.dabiao.ledger.proof.Malformed;
import cn.dabiao.ledger.proof.SignedNote;
import cn.dabiao.ledger.proof.StrictUtf8;
import cn.dabiao.ledger.proof.VerifierKey;

/**
 * Checks a bundle with nothing but the bundle: the checkpoint's signature, every event's leaf and its place in the signed
 * tree, the order of positions and streams. Reads once and holds a line of each file, whatever the size.
 */
public final class BundleVerifier {

    private static final int MAX_KEY = 1 << 10;
    private static final int MAX_README = 1 << 16;

    private final Optional<VerifierKey> trusted;
    private final LongConsumer progress;

    /**
     * @param trusted the key that the bundle must be signed with, known from elsewhere. Without it the bundle's own key
     *     is taken at its word: then a bundle is sound in itself, whoever made it
     * @param progress is told after each event how many are checked
     */
    public BundleVerifier(Optional<VerifierKey> trusted, LongConsumer progress) {
        this.trusted = trusted;
        this.progress = progress;
    }

    /**
     * Never trusts the file: whatever is wrong with it is told by the report.
     *
     * @throws IOException when the file cannot be read at all
     */
    public BundleReport verify(Path file) throws IOException {
        try (BundleFile bundle = BundleFile.open(file)) {
            return check(bundle);
        } catch (Fault e) {
            return e.report();
        } catch (ZipException | EOFException e) {
            return Fault.of("the zip is damaged: " + e.getMessage()).report();
        }
    }

    private BundleReport check(BundleFile bundle) throws IOException {
        Checkpoint checkpoint = checkpoint(bundle);
        bundle.bytes(Entries.README, MAX_README);
        try (Lines events = bundle.lines(Entries.EVENTS);
                Lines proofs = bundle.lines(Entries.PROOFS)) {
            EventCheck check = new EventCheck(checkpoint);
            long count = 0;
            while (check.next(line(Entries.EVENTS, events, count), line(Entries.PROOFS, proofs, count))) {
                count++;
                progress.accept(count);
            }
            if (count == 0) {
                throw Fault.of("the bundle holds no event");
            }
            return new BundleReport.Sound(checkpoint, count, check.streams());
        }
    }

    private Checkpoint checkpoint(BundleFile bundle) throws IOException {
        VerifierKey key = key(bundle);
        try {
            SignedNote note = SignedNote.parse(bundle.bytes(Entries.CHECKPOINT, SignedNote.MAX_BYTES));
            return Checkpoint.parse(note.textSignedBy(key));
        } catch (Malformed e) {
            throw Fault.of("checkpoint: " + e.getMessage());
        }
    }

    private VerifierKey key(BundleFile bundle) throws IOException {
        try {
            String text = StrictUtf8.decode(bundle.bytes(Entries.KEY, MAX_KEY));
            if (!text.endsWith("\n")) {
                throw new Malformed("the line has no end");
            }
            VerifierKey key = VerifierKey.parse(text.substring(0, text.length() - 1));
            if (trusted.isPresent() && !trusted.get().equals(key)) {
                throw new Malformed("the bundle's key is not the trusted one, " + trusted.get());
            }
            return key;
        } catch (Malformed e) {
            throw Fault.of("key: " + e.getMessage());
        }
    }

    private static Optional<String> line(String name, Lines lines, long before) throws IOException {
        try {
            return lines.next();
        } catch (Malformed | Fault e) {
            throw Fault.of("%s, line %d: %s".formatted(name, before + 1, e.getMessage()));
        }
    }
}
