package cn.dabiao.query.exporting;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

/**
 * The line to the caller of an export, open for so long and no longer: a snapshot and a connection to the database hang
 * on it. A single write waits for a slow caller as long as the web server lets it.
 */
final class Line extends OutputStream {

    private final OutputStream out;
    private final long deadline;
    private boolean broken;

    /** @param begun the {@link System#nanoTime()} at which the export was begun */
    Line(OutputStream out, long begun, Duration maxDuration) {
        this.out = out;
        this.deadline = begun + maxDuration.toNanos();
    }

    /** Whether it was the caller who broke off: nobody is there to be told anything. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int count) throws IOException {
        if (System.nanoTime() - deadline >= 0) {
            throw new IOException("the export lasts too long, see dabiao.exports.max-duration");
        }
        try {
            out.write(octets, from, count);
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }
}
