package cn.dabiao.ledger.verify;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import cn.dabiao.ledger.proof.Hash;
import cn.dabiao.ledger.proof.Leaf;

/** A row as it should be: its bytes, from which the leaf is yet to be made. */
final class StoredEvent implements StoredRow {

    private final Place place;
    private final Kind kind;
    private final byte[] payload;
    private final byte[] metadata;
    private final byte[] leafHash;

    record Place(long position, String streamId, long streamSeq) {}

    record Kind(String streamType, UUID eventId, String eventType, String revision, Instant recordedAt) {}

    /** The arrays are nobody else's. */
    StoredEvent(Place place, Kind kind, byte[] payload, byte[] metadata, byte[] leafHash) {
        this.place = place;
        this.kind = kind;
        this.payload = payload;
        this.metadata = metadata;
        this.leafHash = leafHash;
    }

    @Override
    public long position() {
        return place.position();
    }

    @Override
    public Optional<UUID> id() {
        return Optional.of(kind.eventId());
    }

    /** @throws cn.dabiao.ledger.proof.Malformed when no event can have these columns */
    Leaf leaf() {
        return Leaf.of(
                place.position(),
                place.streamId(),
                place.streamSeq(),
                kind.streamType(),
                kind.eventId(),
                kind.eventType(),
                kind.revision(),
                kind.recordedAt(),
                payload,
                metadata);
    }

    boolean isStoredWith(Hash hash) {
        return Arrays.equals(leafHash, hash.toBytes());
    }

    int bytes() {
        return payload.length + metadata.length;
    }
}
