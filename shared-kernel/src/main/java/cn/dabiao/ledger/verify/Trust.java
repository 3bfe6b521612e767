package cn.dabiao.ledger.verify;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import cn.dabiao.ledger.proof.Checkpoint;
import cn.dabiao.ledger.proof.Malformed;
import cn.dabiao.ledger.proof.SignedNote;
import cn.dabiao.ledger.proof.VerifierKey;

/** What an auditor knows from elsewhere, and whoever rules the database cannot change. */
public final class Trust {

    /** Nothing is known: what is stored is taken at its word, and only has to fit together. */
    public static final Trust NOTHING = new Trust(Set.of(), List.of());

    private final Set<VerifierKey> keys;
    private final List<Testimony> outside;

    private Trust(Set<VerifierKey> keys, List<Testimony> outside) {
        this.keys = keys;
        this.outside = outside;
    }

    /**
     * @param keys the only keys whose signature counts; none: each stored checkpoint's own key is taken at its word
     * @param notes checkpoints kept outside the database, each signed by one of the keys, if there are keys. Without,
     *     they count because the auditor brought them
     * @throws Malformed when a note is no checkpoint, or no key signed it
     */
    public static Trust of(Set<VerifierKey> keys, List<SignedNote> notes) {
        return new Trust(
                Set.copyOf(keys),
                notes.stream()
                        .map(note -> brought(note, keys))
                        .sorted(Comparator.comparingLong(Testimony::size))
                        .toList());
    }

    /** Whether keys are known; otherwise those that are stored beside the checkpoints are believed. */
    public boolean knowsKeys() {
        return !keys.isEmpty();
    }

    /** In the order of their sizes. */
    List<Testimony> outside() {
        return outside;
    }

    /** What a stored checkpoint testifies, or why it testifies nothing. */
    Testimony stored(long size, String note, String verifierKey) {
        try {
            VerifierKey key = VerifierKey.parse(verifierKey);
            if (knowsKeys() && !keys.contains(key)) {
                throw new Malformed("it is signed with %s, which is not trusted".formatted(key));
            }
            SignedNote signed = SignedNote.parse(note.getBytes(StandardCharsets.UTF_8));
            Checkpoint checkpoint = Checkpoint.parse(signed.textSignedBy(key));
            if (checkpoint.size() != size) {
                throw new Malformed("it is stored as one of size %d and signed as one of %d".formatted(size, checkpoint.size()));
            }
            return new Testimony.Valid(checkpoint, Optional.of(key), false);
        } catch (Malformed e) {
            return new Testimony.Worthless(size, e.getMessage());
        }
    }

    private static Testimony brought(SignedNote note, Set<VerifierKey> keys) {
        if (keys.isEmpty()) {
            String whole = note.toString();
            Checkpoint unsigned = Checkpoint.parse(whole.substring(0, whole.lastIndexOf("\n\n") + 1));
            return new Testimony.Valid(unsigned, Optional.empty(), true);
        }
        Malformed refusal = new Malformed("no key");
        for (VerifierKey key : keys) {
            try {
                return new Testimony.Valid(
                        Checkpoint.parse(note.textSignedBy(key)), Optional.of(key), true);
            } catch (Malformed e) {
                refusal = e;
            }
        }
        throw refusal;
    }
}
