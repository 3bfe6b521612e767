package cn.dabiao.ledger.signing;

import cn.dabiao.ledger.proof.Checkpoint;
import cn.dabiao.ledger.proof.Malformed;
import cn.dabiao.ledger.proof.SignedNote;
import cn.dabiao.ledger.proof.VerifierKey;

/** A checkpoint with the note that signs it and the key that the note is signed with. */
public record SignedCheckpoint(Checkpoint head, SignedNote note, VerifierKey key) {

    /** @throws Malformed unless the note is signed with this key, and signs a checkpoint */
    public SignedCheckpoint(SignedNote note, VerifierKey key) {
        this(Checkpoint.parse(note.textSignedBy(key)), note, key);
    }

    public long size() {
        return head.size();
    }
}
