package cn.dabiao.ledger.verify;

import java.util.Optional;
import java.util.UUID;

import cn.dabiao.ledger.proof.Checkpoint;
import cn.dabiao.ledger.proof.VerifierKey;

/** What came of reading a store again, from its first event to its last. */
public sealed interface StoreReport {

    /**
     * Every event is what the tree says, and the tree is what the checkpoints say. What came after the last checkpoint is
     * only as good as the database's own word.
     *
     * @param checkpoints how many are stored, each of them looked at
     * @param outside how many were brought along, each of them looked at
     * @param last the largest of all
     */
    record Sound(long events, int streams, long checkpoints, int outside, Optional<Signed> last) implements StoreReport {}

    /**
     * The first thing found wrong, in the order of the ledger: nothing speaks against the positions below.
     *
     * @param position of the first bad event; the number of events when the events are right and what is stored about
     *     them is not
     * @param eventId of the event found there; empty when there is none
     */
    record Unsound(long position, Optional<UUID> eventId, String what) implements StoreReport {}

    /**
     * A checkpoint whose root is that of the events.
     *
     * @param key whose signature was checked; empty when a note was brought along without the key that signed it
     */
    record Signed(Checkpoint checkpoint, Optional<VerifierKey> key) {}
}
