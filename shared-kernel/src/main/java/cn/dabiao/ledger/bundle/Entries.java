package cn.dabiao.ledger.bundle;

import java.util.List;

/** The five entries of a bundle, in the order in which they are written. */
final class Entries {

    static final String EVENTS = "events.ndjson";
    static final String PROOFS = "proofs.ndjson";
    static final String CHECKPOINT = "checkpoint";
    static final String KEY = "key";
    static final String README = "README.txt";

    static final List<String> ALL = List.of(EVENTS, PROOFS, CHECKPOINT, KEY, README);

    private Entries() {}
}
