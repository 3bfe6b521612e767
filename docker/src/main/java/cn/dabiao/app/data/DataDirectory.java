package cn.dabiao.app.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

import org.springframework.stereotype.Component;

import cn.dabiao.app.DabiaoProperties;
import cn.dabiao.app.start.StartRefused;

/** The directory of {@code dabiao.data-dir}, made on first use. */
@Component
public class DataDirectory {

    private final Path configured;

    public DataDirectory(DabiaoProperties properties) {
        this.configured = properties.dataDir().toAbsolutePath().normalize();
    }

    public Path path() {
        return configured;
    }

    /** Makes the directory and answers its real path, the same whichever link it is reached by. */
    public Path create() {
        try {
            return Files.createDirectories(configured).toRealPath();
        } catch (IOException e) {
            throw new StartRefused(
                    "The data directory " + configured + " cannot be used: " + e,
                    "Start in a directory that you may write to, or set dabiao.data-dir.",
                    e);
        }
    }

    public Optional<String> readSecret(String name) {
        try {
            return Optional.of(Files.readString(configured.resolve(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file that only the owner can read, whole or not at all. */
    public void writeSecret(String name, String content) {
        Path directory = create();
        Path half = directory.resolve(name + ".new");
        try {
            Files.deleteIfExists(half);
            createOwnerOnly(half);
            Files.writeString(half, content);
            Files.move(half, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createOwnerOnly(Path file) throws IOException {
        try {
            // The mode is given at creation: a later chmod would leave a moment in which others can read.
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException e) {
            Files.createFile(file);
        }
    }
}
