package cn.dabiao.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as the tree sees it: eleven fields, each behind its length, so that no two events share their bytes. It holds
 * digests of payload and metadata: a proof can be shown without showing the event.
 *
 * @param position dense from 0 in commit order
 * @param streamSeq dense from 0 within the stream
 * @param recordedAt of whole microseconds, years 0000 to 9999
 * @param payload SHA-256 of the stored payload bytes
 * @param metadata SHA-256 of the stored metadata bytes
 */
public record Leaf(
        long position,
        String streamId,
        long streamSeq,
        String streamType,
        UUID eventId,
        String eventType,
        String revision,
        Instant recordedAt,
        Hash payload,
        Hash metadata) {

    private static final byte[] FORMAT = "dabiao-event-v1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LEAF_PREFIX = {0x00};

    /** @throws Malformed for negative numbers, broken characters, or a time that {@link RecordedAt} cannot write */
    public Leaf {
        if (position < 0 || streamSeq < 0) {
            throw new Malformed("positions and sequences count from 0");
        }
        wellFormed(streamId);
        wellFormed(streamType);
        wellFormed(eventType);
        wellFormed(revision);
        RecordedAt.checked(recordedAt);
    }

    /** The leaf of a stored event, from its payload's and metadata's very bytes. */
    public static Leaf of(
            long position,
            String streamId,
            long streamSeq,
            String streamType,
            UUID eventId,
            String eventType,
            String revision,
            Instant recordedAt,
            byte[] payload,
            byte[] metadata) {
        return new Leaf(
                position,
                streamId,
                streamSeq,
                streamType,
                eventId,
                eventType,
                revision,
                recordedAt,
                Hash.sha256(payload),
                Hash.sha256(metadata));
    }

    /** The same event at another place. */
    public Leaf at(long place) {
        return new Leaf(
                place, streamId, streamSeq, streamType, eventId, eventType, revision, recordedAt, payload, metadata);
    }

    /** The bytes that are hashed: each field as a 4-byte big-endian length and its bytes. */
    public byte[] encoded() {
        byte[][] fields = {
            FORMAT,
            ascii(Long.toString(position)),
            utf8(streamId),
            ascii(Long.toString(streamSeq)),
            utf8(streamType),
            ascii(eventId.toString()),
            utf8(eventType),
            utf8(revision),
            ascii(RecordedAt.text(recordedAt)),
            payload.toBytes(),
            metadata.toBytes()
        };
        int length = 0;
        for (byte[] field : fields) {
            length += Integer.BYTES + field.length;
        }
        ByteBuffer leaf = ByteBuffer.allocate(length);
        for (byte[] field : fields) {
            leaf.putInt(field.length).put(field);
        }
        return leaf.array();
    }

    /** {@code SHA-256(0x00 ‖ leaf)}, RFC 6962 §2.1. */
    public Hash hash() {
        return Hash.sha256(LEAF_PREFIX, encoded());
    }

    private static byte[] ascii(String field) {
        return field.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf8(String field) {
        return field.getBytes(StandardCharsets.UTF_8);
    }

    /** Half a surrogate pair would be written as a question mark, and two texts would share one hash. */
    private static void wellFormed(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (Character.isSurrogate(text.charAt(index))) {
                // Of a whole pair this is the first half; the second is passed over.
                if (Character.charCount(text.codePointAt(index)) == 1) {
                    throw new Malformed("a text with half a character in it has no UTF-8");
                }
                index++;
            }
        }
    }
}
