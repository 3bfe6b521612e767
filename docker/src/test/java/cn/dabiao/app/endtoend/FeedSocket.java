package cn.dabiao.app.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A connection to the feed, byte by byte, so that it can be cut anywhere. HTTP/1.0 has no chunks to be read through. */
final class FeedSocket implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final StringBuilder unread = new StringBuilder();
    private boolean begun;
    private boolean ended;

    FeedSocket(int port, String token, String lastEventId, String query) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(60_000);
        socket.getOutputStream()
                .write("""
                        GET /api/v1/feed%s HTTP/1.0
                        Host: 127.0.0.1
                        Accept: text/event-stream
                        Authorization: Bearer %s
                        Last-Event-ID: %s

                        """
                        .formatted(query, token, lastEventId)
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        in = socket.getInputStream();
    }

    /**
     * The events that have come whole within so many bytes, or until nothing more comes for a while.
     *
     * @param bytes of which the head of the answer is a part
     */
    List<String> read(int bytes) throws IOException {
        socket.setSoTimeout(500);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[bytes];
        try {
            int read = 0;
            while (read >= 0 && all.size() < bytes) {
                all.write(buffer, 0, read);
                read = in.read(buffer, 0, bytes - all.size());
            }
            ended = read < 0;
        } catch (SocketTimeoutException e) {
            // There is nothing more for now.
        }
        unread.append(all.toString(StandardCharsets.UTF_8));
        return events();
    }

    /** Whether what was read last was the end of the stream. */
    boolean hasEnded() {
        return ended;
    }

    /** Waits until a block of this beginning has come. */
    void await(String beginning) throws IOException {
        byte[] buffer = new byte[8192];
        while (true) {
            int read = in.read(buffer);
            if (read < 0) {
                throw new IOException("the stream has ended: " + unread);
            }
            unread.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            if (events().stream().anyMatch(event -> event.startsWith(beginning))) {
                return;
            }
        }
    }

    /** As a cable is cut: without a word to the other end. */
    @Override
    public void close() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    private List<String> events() throws IOException {
        if (!begun) {
            int body = unread.indexOf("\r\n\r\n");
            if (body < 0) {
                return List.of();
            }
            if (!unread.toString().startsWith("HTTP/1.1 200")) {
                throw new IOException(unread.toString());
            }
            unread.delete(0, body + 4);
            begun = true;
        }
        List<String> events = new ArrayList<>();
        for (int end = unread.indexOf("\n\n"); end >= 0; end = unread.indexOf("\n\n")) {
            events.add(unread.substring(0, end));
            unread.delete(0, end + 2);
        }
        return events;
    }
}
