package cn.dabiao.ledger.once;

import cn.dabiao.ledger.proof.Hash;

/**
 * What tells a request that is sent again from another one.
 *
 * @param caller      a digest of who sends it: the same key of another caller is another key
 * @param key         as the caller chose it
 * @param fingerprint a digest of what is asked for
 */
public record RequestKey(Hash caller, String key, Hash fingerprint) {}
