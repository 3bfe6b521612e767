package cn.dabiao.ledger.proof;

/** Is told of the nodes that an append completes, so that they can be stored once and for ever. */
@FunctionalInterface
public interface NodeSink {

    /** A subtree of {@code 2^level} leaves, level 1 or higher, has filled; its left edge is leaf {@code index · 2^level}. */
    void filled(int level, long index, Hash hash);
}
