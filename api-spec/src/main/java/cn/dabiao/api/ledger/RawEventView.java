package cn.dabiao.api.ledger;

import java.util.Map;
import java.util.UUID;

/**
 * An event as it is stored: all that its leaf is made of.
 *
 * @param recordedAt   as it is hashed, always six digits of a second
 * @param payload      base64 of the very bytes
 * @param metadata     base64 of the very bytes
 * @param payloadJson  what the payload says, for the reader: the bytes are what counts
 * @param metadataJson what the metadata says
 * @param leafHash     base64 of the hash of all of the above
 */
public record RawEventView(
        long position,
        String streamId,
        long streamSeq,
        String streamType,
        UUID eventId,
        String eventType,
        String revision,
        String recordedAt,
        String payload,
        String metadata,
        Map<String, Object> payloadJson,
        Map<String, Object> metadataJson,
        String leafHash) {}
