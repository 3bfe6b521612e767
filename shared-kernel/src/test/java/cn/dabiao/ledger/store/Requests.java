package cn.dabiao.ledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dabiao.ledger.once.KeyedRequest;
import cn.dabiao.ledger.once.RequestKey;
import cn.dabiao.ledger.proof.Hash;

/** Requests with keys. */
final class Requests {

    private Requests() {}

    static KeyedRequest of(String caller, String key, String body) {
        return new KeyedRequest(
                new RequestKey(Hash.sha256(caller.getBytes(UTF_8)), key, Hash.sha256(body.getBytes(UTF_8))), false);
    }
}
