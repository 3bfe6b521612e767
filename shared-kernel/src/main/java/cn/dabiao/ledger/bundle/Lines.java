package cn.dabiao.ledger.bundle;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import cn.dabiao.ledger.proof.StrictUtf8;

/** Lines, each ended by a newline and none longer than 8 MiB: however far an entry unpacks, no more is held. */
final class Lines implements Closeable {

    private static final int MAX_BYTES = 1 << 23;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;

    Lines(InputStream in) {
        this.in = in;
    }

    /** The next line without its newline; empty at the end. */
    Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
        while (filled()) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, from, end - from);
            if (line.size() > MAX_BYTES) {
                throw Fault.of("a line of more than 8 MiB");
            }
            boolean complete = end < to;
            from = complete ? end + 1 : to;
            if (complete) {
                return Optional.of(StrictUtf8.decode(line.toByteArray()));
            }
        }
        if (line.size() > 0) {
            throw Fault.of("the last line has no end");
        }
        return Optional.empty();
    }

    private boolean filled() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(in.read(buffer), 0);
        }
        return from < to;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
