package cn.dabiao.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What processes that were killed left behind in a directory where files arrive. */
public final class Abandoned {

    /** No upload takes as long; and another node may be at work in the same directory. */
    private static final Duration AFTER = Duration.ofDays(1);

    private Abandoned() {}

    /** Takes it away, and makes the directory if it is not there. */
    public static void removedFrom(Path directory, Instant now) throws IOException {
        OwnerOnly.directories(directory);
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> arriving = files.toList();
            for (Path file : arriving) {
                removeIfAbandoned(file, now);
            }
        }
    }

    private static void removeIfAbandoned(Path file, Instant now) throws IOException {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(AFTER))) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // It has arrived meanwhile, at another node.
        }
    }
}
