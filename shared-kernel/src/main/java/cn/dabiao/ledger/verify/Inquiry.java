package cn.dabiao.ledger.verify;

import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.MerkleTree;
import cn.dabiao.ledger.verify.StoreReport.Unsound;
import cn.dabiao.ledger.verify.StoredNodes.Place;

/**
 * Which event it is when something does not fit. An event whose leaf hash was made anew gives itself away by a node above
 * it or by a checkpoint, and each of them stands for many: the narrowest that is known counts.
 */
final class Inquiry {

    private final Snapshot snapshot;
    private final Optional<StoredHead> head;

    Inquiry(Snapshot snapshot, Optional<StoredHead> head) {
        this.snapshot = snapshot;
        this.head = head;
    }

    /** @param vouched the size of the largest tree that was signed as it is */
    Unsound into(Walk.Findings findings, long vouched) throws SQLException {
        if (findings.testimony().isPresent()) {
            return testimony(findings.testimony().get(), findings.node());
        }
        if (findings.node().isPresent()) {
            return node(findings.node().get(), vouched);
        }
        return event(findings.event().orElseThrow());
    }

    /** What is wrong at a position where something may be found or not. */
    Unsound at(long position, String what) throws SQLException {
        return new Unsound(position, snapshot.eventAt(position), what);
    }

    private static Unsound event(Walk.BadEvent bad) {
        return new Unsound(bad.position(), bad.row().flatMap(StoredRow::id), bad.what());
    }

    private Unsound testimony(Walk.BadTestimony bad, Optional<Walk.BadNode> node) throws SQLException {
        long size = bad.testimony().size();
        long start = Math.max(0, Math.min(bad.vouched(), size - 1));
        if (bad.testimony() instanceof Testimony.Worthless unsigned) {
            return at(start, "the checkpoint of size %d vouches for nothing from here on: %s".formatted(size, unsigned.what()));
        }
        String against = "%s is against it".formatted(bad.testimony());
        if (node.isPresent() && overlaps(node.get().place(), start, size)) {
            return oneOf(node.get().place(), start, size, against);
        }
        return at(start, "from here to position %d the events are not those that were signed: %s, and %s".formatted(
                size - 1, against, vouchedWords(start)));
    }

    private static String vouchedWords(long start) {
        return start == 0 ? "no checkpoint holds before it" : "the last one that holds is of size " + start;
    }

    private Unsound node(Walk.BadNode bad, long vouched) throws SQLException {
        Place place = bad.place();
        String what = snapshot.nodes().hash(place).isPresent() ? "is not their hash" : "is missing";
        if (vouched >= place.end() || isConfirmed(bad)) {
            return at(place.start(), "%s %s; what is above it is, so not an event was changed but the node".formatted(
                    words(place), what));
        }
        return oneOf(place, vouched, place.end(), "%s %s".formatted(words(place), what));
    }

    /** Some event below the node, of those in the range, is another than the one that the tree was made of. */
    private Unsound oneOf(Place node, long from, long to, String against) throws SQLException {
        long start = Math.max(node.start(), from);
        long end = Math.min(node.end(), to);
        if (end - start == 1) {
            return at(start, "the event and its leaf hash are not those the tree was made of: " + against);
        }
        OptionalLong younger = snapshot.nodes().firstYoungerThan(node, start, end);
        if (younger.isPresent()) {
            return at(younger.getAsLong(), "the event and its leaf hash are not those the tree was made of: %s, and this row was written after that"
                    .formatted(against));
        }
        return at(start, "one of the events from here to position %d, together with its leaf hash, is not the one the tree was made of: %s"
                .formatted(end - 1, against));
    }

    /** Whether something stored that was made of this node bears the events out. */
    private boolean isConfirmed(Walk.BadNode bad) throws SQLException {
        Optional<Hash> parent = snapshot.nodes().hash(bad.place().parent());
        Optional<Hash> sibling = snapshot.nodes().hash(bad.place().sibling());
        if (parent.isPresent() && sibling.isPresent()) {
            return parent.get().equals(bad.place().isLeft()
                    ? MerkleTree.node(bad.derived(), sibling.get())
                    : MerkleTree.node(sibling.get(), bad.derived()));
        }
        return head.filter(it -> it.hasSubtree(bad.derived())).isPresent();
    }

    private static boolean overlaps(Place place, long start, long end) {
        return place.start() < end && place.end() > start;
    }

    private static String words(Place place) {
        return "the node of level %d and index %d, for positions %d to %d,".formatted(
                place.level(), place.index(), place.start(), place.end() - 1);
    }
}
