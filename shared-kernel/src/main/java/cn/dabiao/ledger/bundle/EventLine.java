package cn.dabiao.ledger.bundle;

import java.util.UUID;

import cn.dabiao.ledger.proof.Leaf;
import cn.dabiao.ledger.proof.Malformed;
import cn.dabiao.ledger.proof.RecordedAt;
import cn.dabiao.ledger.proof.StrictBase64;

/** A line of {@code events.ndjson}: an event as JSON; its times and ids as in the leaf, its bytes in base64. */
record EventLine(
        long position,
        String streamId,
        long streamSeq,
        String streamType,
        String eventId,
        String eventType,
        String revision,
        String recordedAt,
        String payload,
        String metadata) {

    static EventLine of(BundledEvent event) {
        Leaf leaf = event.leaf();
        return new EventLine(
                leaf.position(),
                leaf.streamId(),
                leaf.streamSeq(),
                leaf.streamType(),
                leaf.eventId().toString(),
                leaf.eventType(),
                leaf.revision(),
                RecordedAt.text(leaf.recordedAt()),
                StrictBase64.encode(event.payload()),
                StrictBase64.encode(event.metadata()));
    }

    /** @throws Malformed where a member is not written as it must be */
    Leaf leaf() {
        return Leaf.of(
                position,
                streamId,
                streamSeq,
                streamType,
                uuid(),
                eventType,
                revision,
                RecordedAt.parse(recordedAt),
                StrictBase64.decode(payload),
                StrictBase64.decode(metadata));
    }

    private UUID uuid() {
        try {
            UUID id = UUID.fromString(eventId);
            if (id.toString().equals(eventId)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Answered below, with the ids that the JDK reads but nobody should write.
        }
        throw new Malformed("the event id is not a lower-case canonical UUID");
    }
}
