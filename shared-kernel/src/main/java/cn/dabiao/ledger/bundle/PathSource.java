package cn.dabiao.ledger.bundle;

import java.util.List;

import cn.dabiao.ledger.proof.Hash;

/** Gives the inclusion path of a position at the checkpoint's size. */
@FunctionalInterface
public interface PathSource {
    List<Hash> path(long position);
}
