package cn.dabiao.app.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import cn.dabiao.app.data.DataDirectory;
import cn.dabiao.app.start.StartRefused;

/** A running PostgreSQL that belongs to this process alone, is started again when it dies, and is stopped with it. */
final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final int ATTEMPTS = 3;

    private final DataDirectoryLock lock;
    private final Postmaster postmaster;
    private final Watchdog watchdog;
    private final int port;
    private final Passwords passwords;

    private EmbeddedPostgres(DataDirectoryLock lock, Postmaster postmaster, int port, Passwords passwords) {
        this.lock = lock;
        this.postmaster = postmaster;
        this.watchdog = Watchdog.over(postmaster);
        this.port = port;
        this.passwords = passwords;
    }

    static EmbeddedPostgres start(DataDirectory data, EmbeddedPostgresProperties properties) {
        Path directory = data.create();
        DataDirectoryLock lock = DataDirectoryLock.acquire(directory);
        try {
            return start(data, directory, properties, lock);
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres start(
            DataDirectory data, Path directory, EmbeddedPostgresProperties properties, DataDirectoryLock lock)
            throws IOException {
        long began = System.nanoTime();
        Path binaries = Objects.requireNonNullElse(properties.binariesDir(), directory.resolve("postgres-binaries"));
        Path home = PostgresBinaries.unpackInto(binaries);
        PostgresCommands commands = new PostgresCommands(home, PostgresAccount.choose(directory, home));
        Path cluster = directory.resolve("postgres");
        Postmaster postmaster = new Postmaster(commands, cluster);
        postmaster.stopOrphan();
        Passwords passwords = Passwords.loadOrCreate(data, cluster);
        Cluster.ensure(cluster, commands, passwords.owner());
        int port = startSomewhere(postmaster, properties);
        EmbeddedPostgres postgres = new EmbeddedPostgres(lock, postmaster, port, passwords);
        try {
            ApplicationDatabase.ensure(postgres.jdbcUrl("postgres"), passwords);
        } catch (SQLException e) {
            postgres.watchdog.close();
            postmaster.stop();
            throw new StartRefused(
                    "The embedded PostgreSQL does not let us in: " + e.getMessage(),
                    "Restore " + directory.resolve(Passwords.OWNER_FILE) + ", or choose another dabiao.data-dir.",
                    e);
        }
        LOG.info("PostgreSQL is ready on 127.0.0.1:{} after {} ms", port, (System.nanoTime() - began) / 1_000_000);
        return postgres;
    }

    /** A free port may be taken before the server gets to it, and a killed server's children need a moment to go. */
    private static int startSomewhere(Postmaster postmaster, EmbeddedPostgresProperties properties)
            throws IOException {
        PostgresCommands.Outcome outcome = new PostgresCommands.Outcome(1, "");
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            int port = properties.port() == 0 ? freePort() : properties.port();
            ClusterSettings.write(
                    postmaster.cluster().resolve(ClusterSettings.FILE), port, properties.settings());
            outcome = postmaster.start();
            if (outcome.succeeded()) {
                return port;
            }
            LOG.warn("PostgreSQL did not start, attempt {} of {}: {}", attempt, ATTEMPTS, outcome.output());
            pause();
        }
        postmaster.stop();
        throw new StartRefused(
                "The embedded PostgreSQL does not start: " + outcome.output(),
                "Its own log is in " + postmaster.cluster() + ", in startup.log and the directory log.");
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Passwords passwords() {
        return passwords;
    }

    @Override
    public void close() {
        LOG.info("Stopping PostgreSQL");
        watchdog.close();
        try {
            postmaster.stop();
        } finally {
            lock.close();
        }
    }
}
