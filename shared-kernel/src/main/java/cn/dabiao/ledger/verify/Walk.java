package cn.dabiao.ledger.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import cn.dabiao.ledger.proof.Frontier;
import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.Leaf;
import cn.dabiao.ledger.proof.Malformed;
import cn.dabiao.ledger.proof.StreamOrder;
import cn.dabiao.ledger.verify.StoredNodes.Place;

/** Derives the tree from the events, chunk by chunk, and holds it against what is stored and signed. */
final class Walk {

    private final StreamOrder streams = new StreamOrder();
    private final Trust trust;
    private Frontier tree = Frontier.EMPTY;
    private long vouched;
    private long vouchedFromOutside;
    private Optional<Testimony.Valid> last = Optional.empty();

    /**
     * The first of each kind that is wrong in a chunk. An event that is wrong by itself ends the walk, so that the others
     * are about what comes before it.
     */
    record Findings(Optional<BadEvent> event, Optional<BadNode> node, Optional<BadTestimony> testimony) {
        boolean isEmpty() {
            return event.isEmpty() && node.isEmpty() && testimony.isEmpty();
        }
    }

    /** @param row what is found at the position, if anything is */
    record BadEvent(long position, Optional<StoredRow> row, String what) {}

    /** A stored node that is not there, or is not what the leaves give. */
    record BadNode(Place place, Hash derived) {}

    /** @param vouched the size of the largest tree before it that was signed as it is */
    record BadTestimony(Testimony testimony, long vouched) {}

    Walk(Trust trust) {
        this.trust = trust;
    }

    /** Takes a chunk into account. After the first that is wrong, nothing more may be taken. */
    Findings take(Chunk chunk) {
        List<Hash> leaves = new ArrayList<>(chunk.events().size());
        Optional<BadEvent> event = leaves(chunk, leaves);
        List<BadNode> filled = new ArrayList<>();
        Optional<BadTestimony> testimony = Optional.empty();
        long first = tree.size();
        for (Testimony each : chunk.testimonies()) {
            if (each.size() > first + leaves.size()) {
                break;
            }
            grow(leaves.subList((int) (tree.size() - first), (int) (Math.max(each.size(), first) - first)), filled);
            if (!holds(each) && testimony.isEmpty()) {
                testimony = Optional.of(new BadTestimony(each, vouchedBeside(each)));
            }
        }
        grow(leaves.subList((int) (tree.size() - first), leaves.size()), filled);
        return new Findings(event, firstBad(filled, chunk.nodes(), event.isEmpty()), testimony);
    }

    Frontier tree() {
        return tree;
    }

    int streams() {
        return streams.count();
    }

    /** The size of the largest tree that was signed as it is; 0 when none was. */
    long vouched() {
        return vouched;
    }

    Optional<Testimony.Valid> last() {
        return last;
    }

    private Optional<BadEvent> leaves(Chunk chunk, List<Hash> leaves) {
        for (StoredRow row : chunk.events()) {
            long expected = chunk.first() + leaves.size();
            if (row.position() > expected) {
                return Optional.of(new BadEvent(
                        expected, Optional.empty(), "there is no event; the next is at position " + row.position()));
            }
            if (row.position() < expected) {
                return Optional.of(new BadEvent(row.position(), Optional.of(row), "no event can be at this position a second time"));
            }
            Optional<String> fault = fault(row, leaves);
            if (fault.isPresent()) {
                return Optional.of(new BadEvent(expected, Optional.of(row), fault.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> fault(StoredRow row, List<Hash> leaves) {
        if (!(row instanceof StoredEvent event)) {
            return Optional.of("a column of it is empty");
        }
        Leaf leaf;
        try {
            leaf = event.leaf();
        } catch (Malformed e) {
            return Optional.of("no event can be like this: " + e.getMessage());
        }
        Hash hash = leaf.hash();
        if (!event.isStoredWith(hash)) {
            return Optional.of("it is not what its leaf hash was made of");
        }
        Optional<String> fault = streams.faultOf(leaf);
        if (fault.isEmpty()) {
            leaves.add(hash);
        }
        return fault;
    }

    private void grow(List<Hash> leaves, List<BadNode> filled) {
        tree = tree.append(leaves, (level, index, hash) -> filled.add(new BadNode(new Place(level, index), hash)));
    }

    private boolean holds(Testimony testimony) {
        if (!(testimony instanceof Testimony.Valid valid) || !tree.root().equals(valid.checkpoint().root())) {
            return false;
        }
        vouched = valid.size();
        vouchedFromOutside = valid.isFromOutside() ? valid.size() : vouchedFromOutside;
        last = Optional.of(valid);
        return true;
    }

    /** Stored checkpoints are worth nothing when one from outside is against them, unless their keys are known. */
    private long vouchedBeside(Testimony failing) {
        boolean own = failing instanceof Testimony.Valid valid && valid.isFromOutside() && !trust.knowsKeys();
        return own ? vouchedFromOutside : vouched;
    }

    /** @param whole whether all that is stored should have filled */
    private static Optional<BadNode> firstBad(List<BadNode> filled, List<Hash> stored, boolean whole) {
        for (int number = 0; number < filled.size(); number++) {
            if (number == stored.size() || !filled.get(number).derived().equals(stored.get(number))) {
                return Optional.of(filled.get(number));
            }
        }
        // The same node twice, the last: only without a primary key.
        return whole && stored.size() > filled.size() ? Optional.of(filled.getLast()) : Optional.empty();
    }
}
