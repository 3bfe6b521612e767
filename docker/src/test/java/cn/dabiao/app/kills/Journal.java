package cn.dabiao.app.kills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** What the load client knows, on disk before it goes on. Those who wait for the disk together wait for one flush. */
final class Journal implements AutoCloseable {

    private final FileChannel file;
    private final AtomicLong written = new AtomicLong();
    private final ReentrantLock flushing = new ReentrantLock();
    private long flushed;

    Journal(Path path) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Comes back when the entry is on disk. */
    void keep(Entry entry) {
        try {
            file.write(ByteBuffer.wrap((entry.line() + "\n").getBytes(StandardCharsets.US_ASCII)));
            flush(written.incrementAndGet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void flush(long mine) throws IOException {
        flushing.lock();
        try {
            if (flushed < mine) {
                long all = written.get();
                file.force(false);
                flushed = all;
            }
        } finally {
            flushing.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
