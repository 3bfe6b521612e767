package cn.dabiao.ledger.verify;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import cn.dabiao.ledger.proof.Frontier;
import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.verify.StoreReport.Unsound;
import cn.dabiao.ledger.verify.StoredNodes.Place;

/** Whether the ledger ends where it should: all events are in order, but there may be too few, or too many. */
final class Ending {

    private final Snapshot snapshot;
    private final Inquiry inquiry;
    private final Walk walk;
    private final long size;

    Ending(Snapshot snapshot, Inquiry inquiry, Walk walk) {
        this.snapshot = snapshot;
        this.inquiry = inquiry;
        this.walk = walk;
        this.size = walk.tree().size();
    }

    Optional<Unsound> faultOf(Optional<StoredHead> stored, Chunk rest, boolean keysAreKnown) throws SQLException {
        if (stored.isEmpty()) {
            return nothing("the ledger has not one head");
        }
        StoredHead head = stored.get();
        if (head.size() > size) {
            return nothing("the events end here, although the head counts " + head.size());
        }
        if (head.size() < size) {
            return Optional.of(inquiry.at(
                    Math.max(0, head.size()), "the head counts %d events, and this one is beyond them".formatted(head.size())));
        }
        for (Testimony each : rest.testimonies()) {
            if (each.size() > size) {
                return Optional.of(beyond(each));
            }
        }
        Optional<Place> superfluous = snapshot.nodes().superfluous(size);
        if (superfluous.isPresent()) {
            return nothing("the events end here, although there is a node of level %d and index %d"
                    .formatted(superfluous.get().level(), superfluous.get().index()));
        }
        List<Hash> derived = walk.tree().subtrees();
        if (!head.tree().map(Frontier::subtrees).equals(Optional.of(derived))) {
            return Optional.of(frontier(head, derived));
        }
        if (!head.root().equals(Optional.of(walk.tree().root()))) {
            return nothing("the head's root is not that of its own frontier and of the events");
        }
        if (keysAreKnown && size > 0 && walk.last().isEmpty()) {
            return Optional.of(inquiry.at(0, "from here on no checkpoint vouches for the events by a trusted key"));
        }
        return Optional.empty();
    }

    private Unsound beyond(Testimony testimony) throws SQLException {
        return testimony instanceof Testimony.Worthless unsigned
                ? inquiry.at(walk.vouched(), "the checkpoint of size %d vouches for nothing from here on: %s"
                        .formatted(unsigned.size(), unsigned.what()))
                : new Unsound(size, Optional.empty(), "the events end here, although there is " + testimony);
    }

    /** For the last event of an odd number the head is the only one that remembers; all else is in a node, too. */
    private Unsound frontier(StoredHead head, List<Hash> derived) throws SQLException {
        boolean allButTheLast = head.tree()
                .filter(it -> it.subtrees().subList(0, derived.size() - 1).equals(derived.subList(0, derived.size() - 1)))
                .isPresent();
        return allButTheLast && size % 2 == 1 && walk.vouched() < size
                ? inquiry.at(size - 1, "the event and its leaf hash are not those the tree was made of: the head is against it")
                : new Unsound(size, Optional.empty(), "the head's frontier is not that of the events and of the nodes");
    }

    private Optional<Unsound> nothing(String what) {
        return Optional.of(new Unsound(size, Optional.empty(), what));
    }
}
