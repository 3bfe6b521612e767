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

    void entries(List<FeedEntry> entries) throws IOException {
        if (!entries.isEmpty()) {
            StringBuilder lines = new StringBuilder();
            entries.forEach(entry -> lines.append("id: ").append(entry.position())
                    .append("\nevent: ").append(entry.type())
                    // JSON of ours has no line breaks.
                    .append("\ndata: ").append(DomainJson.mapper().writeValueAsString(entry))
                    .append("\n\n"));
            write(lines.toString());
        }
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
