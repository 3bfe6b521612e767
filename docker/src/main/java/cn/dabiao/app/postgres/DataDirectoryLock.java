package cn.dabiao.app.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import cn.dabiao.app.start.StartRefused;

/**
 * One live process per data directory. The operating system lets go of the lock when the process dies, however
 * it dies; so whoever holds it may take a PostgreSQL that still runs here for an orphan.
 */
final class DataDirectoryLock implements AutoCloseable {

    /** A second channel on a locked file drops the lock of the whole process when it is closed: never open one. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private DataDirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static DataDirectoryLock acquire(Path directory) {
        Path file = directory.resolve("lock");
        if (!HELD_HERE.add(file)) {
            throw refusal(directory);
        }
        DataDirectoryLock lock = null;
        try {
            lock = tryLock(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (lock == null) {
                HELD_HERE.remove(file);
            }
        }
        if (lock == null) {
            throw refusal(directory);
        }
        return lock;
    }

    private static @Nullable DataDirectoryLock tryLock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return null;
        }
        return new DataDirectoryLock(file, channel);
    }

    private static StartRefused refusal(Path directory) {
        return new StartRefused(
                "Another running Dabiao uses the data directory " + directory + ".",
                "Stop the other process, or give this one a directory of its own with dabiao.data-dir.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_HERE.remove(file);
        }
    }
}
