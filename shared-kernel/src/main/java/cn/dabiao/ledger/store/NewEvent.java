package cn.dabiao.ledger.store;

import java.time.Instant;
import java.util.UUID;

import cn.dabiao.ledger.proof.Leaf;
import cn.dabiao.ledger.proof.Malformed;

/**
 * An event on its way into the ledger: serialised and digested by whoever recorded it, so that the writer has nothing to
 * do but to give it its place.
 */
final class NewEvent {

    private final Leaf withoutPlace;
    private final byte[] payload;
    private final byte[] metadata;

    private NewEvent(Leaf withoutPlace, byte[] payload, byte[] metadata) {
        this.withoutPlace = withoutPlace;
        this.payload = payload;
        this.metadata = metadata;
    }

    /** @throws Malformed when the event could not be proved later: see {@link Leaf} */
    static NewEvent of(
            String streamId,
            long streamSeq,
            String streamType,
            UUID eventId,
            String eventType,
            String revision,
            Instant recordedAt,
            byte[] payload,
            byte[] metadata) {
        Leaf leaf = Leaf.of(
                0, streamId, streamSeq, streamType, eventId, eventType, revision, recordedAt, payload, metadata);
        return new NewEvent(leaf, payload, metadata);
    }

    String streamId() {
        return withoutPlace.streamId();
    }

    long streamSeq() {
        return withoutPlace.streamSeq();
    }

    UUID eventId() {
        return withoutPlace.eventId();
    }

    Leaf at(long position) {
        return withoutPlace.at(position);
    }

    /** Not copied: nobody changes it. */
    byte[] payload() {
        return payload;
    }

    byte[] metadata() {
        return metadata;
    }

    int bytes() {
        return payload.length + metadata.length;
    }
}
