package cn.dabiao.api.ledger;

import java.util.List;

/** That the first {@code from} events are still what they were when there were {@code to} (RFC 6962 §2.1.2). */
public record ConsistencyProofView(long from, String fromRoot, long to, String toRoot, List<String> path) {

    public ConsistencyProofView {
        path = List.copyOf(path);
    }
}
