package cn.dabiao.ledger.store;

import cn.dabiao.ledger.proof.Frontier;

/** The right edge of the ledger as its writer knows it; see {@code ledger.head}. */
record Head(Frontier tree, long fence) {

    long size() {
        return tree.size();
    }
}
