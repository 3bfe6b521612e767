package cn.dabiao.app.person;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

import cn.dabiao.app.data.SecretFile;
import cn.dabiao.app.start.StartRefused;

/** The file that holds the master key of personal data: 32 random bytes in Base64, on one line. */
record MasterKeyFile(SecretFile file) {

    private static final int KEY_BYTES = 32;

    Path path() {
        return file.path();
    }

    /**
     * The key; empty when there is no such file.
     *
     * @throws StartRefused when it is open to others than its owner, or holds no key
     */
    Optional<byte[]> read() {
        return file.read().map(content -> {
            if (file.isOpenToOthers()) {
                throw new StartRefused(
                        "The master key of personal data in " + path() + " is open to others than its owner.",
                        "chmod 600 " + path());
            }
            return decoded(content.strip());
        });
    }

    private byte[] decoded(String content) {
        try {
            byte[] key = Base64.getDecoder().decode(content);
            if (key.length == KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException _) {
            // As if it were too short.
        }
        throw new StartRefused(
                "The file " + path() + " holds no master key: 32 bytes in Base64.",
                "Restore it from a backup, or set dabiao.person.master-key.");
    }

    byte[] create() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            Files.createDirectories(path().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        file.write(Base64.getEncoder().encodeToString(key) + "\n");
        return key;
    }
}
