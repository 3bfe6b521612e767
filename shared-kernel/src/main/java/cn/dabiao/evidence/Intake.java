package cn.dabiao.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

import cn.dabiao.domain.value.Sha256;

/** The directory in which files arrive, each under a name of its own until it is kept or given up. */
final class Intake {

    private static final String SUFFIX = ".part";
    private static final int CHUNK = 64 * 1024;

    private final Path directory;

    private Intake(Path directory) {
        this.directory = directory;
    }

    /** Makes the directory, and takes away what was begun long ago and never finished. */
    static Intake in(Path directory, Instant now) throws IOException {
        Abandoned.removedFrom(directory, now);
        return new Intake(directory);
    }

    /** Reads the content to its end; leaves nothing behind when that fails. */
    ReceivedFile receive(InputStream content) throws IOException {
        Path file = OwnerOnly.temporaryFile(directory, SUFFIX);
        try {
            return written(content, file);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static ReceivedFile written(InputStream content, Path file) throws IOException {
        MessageDigest digest = sha256();
        long bytes = 0;
        byte[] chunk = new byte[CHUNK];
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                digest.update(chunk, 0, read);
                bytes += read;
                ByteBuffer pending = ByteBuffer.wrap(chunk, 0, read);
                while (pending.hasRemaining()) {
                    out.write(pending);
                }
            }
            // What will be acknowledged has to survive a power cut.
            out.force(true);
        }
        return new ReceivedFile(file, new Sha256(HexFormat.of().formatHex(digest.digest())), bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
