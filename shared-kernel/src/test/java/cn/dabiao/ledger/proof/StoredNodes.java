package cn.dabiao.ledger.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A tree with its nodes kept as a store keeps them; counts the reads. */
public final class StoredNodes implements NodeReader {

    private final Map<String, Hash> nodes = new HashMap<>();
    private Frontier frontier = Frontier.EMPTY;
    private int reads;

    public StoredNodes append(List<Hash> leaves) {
        for (int index = 0; index < leaves.size(); index++) {
            keep(0, frontier.size() + index, leaves.get(index));
        }
        frontier = frontier.append(leaves, this::keep);
        return this;
    }

    private void keep(int level, long index, Hash hash) {
        if (nodes.put(level + ":" + index, hash) != null) {
            throw new AssertionError("node %d:%d twice".formatted(level, index));
        }
    }

    @Override
    public Hash hash(int level, long index) {
        reads++;
        Hash hash = nodes.get(level + ":" + index);
        if (hash == null) {
            throw new AssertionError("node %d:%d is not stored".formatted(level, index));
        }
        return hash;
    }

    public Frontier frontier() {
        return frontier;
    }

    int count() {
        return nodes.size();
    }

    int readsSince() {
        int since = reads;
        reads = 0;
        return since;
    }
}
