package cn.dabiao.app.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** The content of a secret file; empty when there is none of this name. */
    public Optional<String> readSecret(String name) {
        return new SecretFile(configured.resolve(name)).read();
    }

    /** Writes a file that only the owner can read, whole or not at all. */
    public void writeSecret(String name, String content) {
        new SecretFile(create().resolve(name)).write(content);
    }
}
