package cn.dabiao.ledger.signing;

import java.util.Optional;

import cn.dabiao.ledger.proof.Checkpoint;

/**
 * The newest signed checkpoint, kept apart from the database: whoever puts an older state of that back does not put this
 * back with it.
 */
public interface Keepsake {

    /** For whoever remembers nothing beyond the database. */
    Keepsake NONE = new Keepsake() {
        @Override
        public Optional<Checkpoint> last() {
            return Optional.empty();
        }

        @Override
        public void keep(SignedCheckpoint newest) {}
    };

    /** What an earlier process kept. */
    Optional<Checkpoint> last();

    /** A checkpoint that the database has stored, and that continues every earlier one; of the signer's thread. */
    void keep(SignedCheckpoint newest);
}
