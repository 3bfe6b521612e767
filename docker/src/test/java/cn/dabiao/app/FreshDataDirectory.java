package cn.dabiao.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/** A new data directory per context below {@code target}; the server's binaries are unpacked once for all. */
public final class FreshDataDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Path PARENT = Path.of("target", "test-data").toAbsolutePath();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(properties(create())).applyTo(context);
    }

    public static List<String> properties(Path directory) {
        return List.of(
                "dabiao.data-dir=" + directory, "dabiao.postgres.binaries-dir=" + binaries());
    }

    public static Path binaries() {
        return PARENT.resolveSibling("test-postgres");
    }

    public static Path create() {
        try {
            Files.createDirectories(PARENT);
            deleteAllThatWereStopped();
            return PARENT.resolve(UUID.randomUUID().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of this run or an earlier one; a server that still runs keeps its files. */
    private static void deleteAllThatWereStopped() throws IOException {
        try (Stream<Path> directories = Files.list(PARENT)) {
            for (Path directory : directories.toList()) {
                if (Files.isDirectory(directory.resolve("postgres"))
                        && !Files.exists(directory.resolve("postgres/postmaster.pid"))) {
                    FileSystemUtils.deleteRecursively(directory);
                }
            }
        }
    }
}
