package cn.dabiao.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import cn.dabiao.domain.value.Sha256;

/**
 * A file that has arrived whole and is not kept yet.
 *
 * @param path   where it lies until it is kept; gone once this is closed
 * @param sha256 of its content, computed while it came in
 * @param bytes  how many there are
 */
public record ReceivedFile(Path path, Sha256 sha256, long bytes) implements AutoCloseable {

    /** The content, from its beginning, and able to go back there. */
    public InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path));
    }

    /** Whoever received it closes it, whether it was kept or not. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
