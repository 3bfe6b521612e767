package cn.dabiao.ledger.bundle;

import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.Leaf;
import cn.dabiao.ledger.proof.Malformed;

/** An event with its very bytes. Its leaf is the leaf of these bytes: another pair cannot be made. */
public final class BundledEvent {

    private final Leaf leaf;
    private final byte[] payload;
    private final byte[] metadata;

    /** @throws Malformed unless the leaf holds the digests of payload and metadata */
    public BundledEvent(Leaf leaf, byte[] payload, byte[] metadata) {
        if (!Hash.sha256(payload).equals(leaf.payload()) || !Hash.sha256(metadata).equals(leaf.metadata())) {
            throw new Malformed("not the bytes whose digests the leaf of event " + leaf.eventId() + " holds");
        }
        this.leaf = leaf;
        this.payload = payload.clone();
        this.metadata = metadata.clone();
    }

    public Leaf leaf() {
        return leaf;
    }

    public byte[] payload() {
        return payload.clone();
    }

    public byte[] metadata() {
        return metadata.clone();
    }
}
