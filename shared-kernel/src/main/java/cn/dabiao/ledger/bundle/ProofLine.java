package cn.dabiao.ledger.bundle;

import java.util.List;

import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.Malformed;

/** A line of {@code proofs.ndjson}: the inclusion path of the event on the same line, leaf to root. */
record ProofLine(long position, List<String> path) {

    static ProofLine of(long position, List<Hash> path) {
        return new ProofLine(position, path.stream().map(Hash::toBase64).toList());
    }

    /** @throws Malformed where a hash is not the base64 of 32 bytes */
    List<Hash> hashes() {
        return path.stream().map(ProofLine::hash).toList();
    }

    private static Hash hash(String text) {
        // A null in a JSON array gets past the compiler's promise.
        if (text == null) {
            throw new Malformed("a path holds hashes only");
        }
        return Hash.ofBase64(text);
    }
}
