package cn.dabiao.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

import cn.dabiao.app.start.StartRefused;

/** The files of the database: made once, then only checked. */
final class Cluster {

    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);
    private static final String MAJOR_VERSION = "18";

    private Cluster() {}

    static void ensure(Path cluster, PostgresCommands commands, String password) throws IOException {
        if (!Files.exists(cluster)) {
            create(cluster, commands, password);
        }
        String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new StartRefused(
                    "The data in " + cluster + " is of PostgreSQL " + version + ", this Dabiao brings " + MAJOR_VERSION
                            + ".",
                    "Upgrade it with pg_upgrade, or set dabiao.data-dir to another directory.");
        }
    }

    /** Makes the cluster beside its place and renames it, so that a start that was cut off is simply repeated. */
    private static void create(Path cluster, PostgresCommands commands, String password) throws IOException {
        LOG.info("Creating the database in {}", cluster);
        Path half = cluster.resolveSibling(cluster.getFileName() + ".new");
        FileSystemUtils.deleteRecursively(half);
        Files.createDirectory(half);
        commands.account().give(half);
        Path passwordFile = Files.createTempFile(cluster.getParent(), "initdb", null);
        try {
            Files.writeString(passwordFile, password);
            commands.account().give(passwordFile);
            initdb(half, commands, passwordFile);
        } finally {
            Files.delete(passwordFile);
        }
        ClusterSettings.includeFrom(half.resolve("postgresql.conf"));
        Files.move(half, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void initdb(Path directory, PostgresCommands commands, Path passwordFile) {
        PostgresCommands.Outcome outcome = commands.run(
                "initdb", "-D", directory.toString(), "-U", "postgres", "--pwfile", passwordFile.toString(),
                "--auth", "scram-sha-256", "--encoding", "UTF8",
                // The same order of texts on every machine, whatever its locales.
                "--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8");
        if (!outcome.succeeded()) {
            throw new StartRefused(
                    "PostgreSQL could not create its database: " + outcome.output(),
                    "Check that the disk of the data directory has space and is writable.");
        }
    }
}
