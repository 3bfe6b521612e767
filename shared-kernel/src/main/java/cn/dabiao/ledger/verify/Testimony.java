package cn.dabiao.ledger.verify;

import java.util.Optional;

import cn.dabiao.ledger.proof.Checkpoint;
import cn.dabiao.ledger.proof.VerifierKey;

/** What a signed checkpoint says about the tree of so many events. */
sealed interface Testimony {

    long size();

    /** The events up to its size have this root, or are not those that were signed. */
    record Valid(Checkpoint checkpoint, Optional<VerifierKey> key, boolean isFromOutside) implements Testimony {
        @Override
        public long size() {
            return checkpoint.size();
        }

        @Override
        public String toString() {
            return "the checkpoint of size %d%s, signed by %s".formatted(
                    size(), isFromOutside ? " that was brought along" : "", key.map(VerifierKey::toString).orElse(checkpoint.origin()));
        }
    }

    /** A checkpoint that nobody signed, or not the right one. */
    record Worthless(long size, String what) implements Testimony {}
}
