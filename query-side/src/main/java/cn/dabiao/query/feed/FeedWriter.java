package cn.dabiao.query.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import cn.dabiao.api.feed.FeedEntry;
import cn.dabiao.json.DomainJson;

/** Writes Server-Sent Events, as the HTML standard has them (§9.2). */
record FeedWriter(OutputStream out) {

    /** Tells that the stream has begun, and after how many milliseconds to come back when it breaks. */
    void begun() throws IOException {
        write("retry: 1000\n\n");
    }

    /** One after the other: what is written is never in memory as a whole. */
    void events(List<byte[]> events) throws IOException {
        for (byte[] event : events) {
            out.write(event);
        }
        out.flush();
    }

    static byte[] event(FeedEntry entry) {
        // JSON of ours has no line breaks.
        return "id: %d\nevent: %s\ndata: %s\n\n"
                .formatted(entry.position(), entry.type(), DomainJson.mapper().writeValueAsString(entry))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Keeps the connection open; the id is remembered by the reader though no event is dispatched without data. */
    void heartbeat(long position) throws IOException {
        write(": heartbeat\nid: " + position + "\n\n");
    }

    private void write(String lines) throws IOException {
        out.write(lines.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
