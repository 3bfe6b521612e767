package cn.dabiao.api.ledger;

import java.util.List;

/** That an event is in the tree of the first {@code size} events (RFC 6962 §2.1.1); hashes in base64. */
public record InclusionProofView(long position, long size, String root, String leafHash, List<String> path) {

    public InclusionProofView {
        path = List.copyOf(path);
    }
}
