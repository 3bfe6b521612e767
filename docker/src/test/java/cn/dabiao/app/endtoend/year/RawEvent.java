package cn.dabiao.app.endtoend.year;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event as a bundle holds it: its stored name, and the JSON of its stored bytes. */
record RawEvent(String stream, String type, JsonNode payload) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** All of a bundle, in its order. */
    static List<RawEvent> in(byte[] bundle) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("events.ndjson")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines().map(RawEvent::of).toList();
                }
            }
            throw new AssertionError("no events in the bundle");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RawEvent of(String line) {
        JsonNode event = JSON.readTree(line);
        return new RawEvent(
                event.get("streamId").asString(),
                event.get("eventType").asString(),
                JSON.readTree(Base64.getDecoder().decode(event.get("payload").asString())));
    }
}
