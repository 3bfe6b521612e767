package cn.dabiao.ledger.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

import cn.dabiao.ledger.LedgerUnavailable;
import cn.dabiao.ledger.bundle.PathSource;
import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.MerkleTree;
import cn.dabiao.ledger.signing.StoredNodes;

/** The inclusion paths of many events, a block of them by one query. They are asked for in the order they were told in. */
final class BundledPaths implements PathSource {

    private static final int BLOCK = 500;

    private final Connection connection;
    private final long size;
    private final Queue<Long> ahead = new ArrayDeque<>();
    private Map<Long, List<Hash>> block = Map.of();

    BundledPaths(Connection connection, long size) {
        this.connection = connection;
        this.size = size;
    }

    void willBeAskedFor(long position) {
        ahead.add(position);
    }

    @Override
    public List<Hash> path(long position) {
        if (!block.containsKey(position)) {
            block = nextBlock();
        }
        return Optional.ofNullable(block.get(position)).orElseThrow();
    }

    private Map<Long, List<Hash>> nextBlock() {
        List<Long> positions = new ArrayList<>();
        while (positions.size() < BLOCK && !ahead.isEmpty()) {
            positions.add(ahead.remove());
        }
        try {
            return StoredNodes.compute(connection, nodes -> {
                Map<Long, List<Hash>> paths = new HashMap<>();
                positions.forEach(each -> paths.put(each, MerkleTree.inclusionPath(each, size, nodes)));
                return paths;
            });
        } catch (SQLException e) {
            throw new LedgerUnavailable(e);
        }
    }
}
