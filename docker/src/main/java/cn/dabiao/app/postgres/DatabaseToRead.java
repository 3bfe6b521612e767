package cn.dabiao.app.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

import cn.dabiao.app.DabiaoProperties;
import cn.dabiao.app.Role;
import cn.dabiao.app.data.DataDirectory;
import cn.dabiao.app.start.StartRefused;

/**
 * The embedded database of a data directory, for whoever only looks at it: joined when its PostgreSQL runs, started under
 * the directory's lock when it does not, and then stopped again. Never makes a database.
 */
public final class DatabaseToRead implements AutoCloseable {

    /** Where data lies has nothing to do with whose they are. */
    private static final String ANY_BUREAU = "320724";
    private static final String CLUSTER = "postgres";
    /** In {@code postmaster.pid}, counted from 0. */
    private static final int PORT_LINE = 3;

    private final DataSource database;
    private final AutoCloseable server;
    private final AtomicBoolean closed = new AtomicBoolean();

    private DatabaseToRead(DataSource database, AutoCloseable server) {
        this.database = database;
        this.server = server;
    }

    /**
     * @param binariesDir where PostgreSQL is unpacked if it has to be started; by default in the data directory
     * @throws StartRefused when there is no database, or it does not let us in
     */
    public static DatabaseToRead open(Path dataDirectory, @Nullable Path binariesDir) {
        DataDirectory data = new DataDirectory(new DabiaoProperties(Role.ALL, dataDirectory, ANY_BUREAU));
        if (!Files.exists(data.path().resolve(CLUSTER).resolve("PG_VERSION"))) {
            throw new StartRefused(
                    "There is no database in " + data.path() + ".", "Name the directory of dabiao.data-dir, or a database.");
        }
        Path cluster = data.create().resolve(CLUSTER);
        // Asked alone, no command of it is run.
        Postmaster postmaster = new Postmaster(new PostgresCommands(cluster, PostgresAccount.choose()), cluster);
        if (postmaster.isRunning()) {
            String password = data.readSecret(Passwords.OWNER_FILE).orElseThrow(() -> new StartRefused(
                    "There is no " + Passwords.OWNER_FILE + " in " + data.path() + ".", "Restore it from a backup."));
            return new DatabaseToRead(database(url(cluster), password), () -> {});
        }
        EmbeddedPostgres started = EmbeddedPostgres.start(
                data, new EmbeddedPostgresProperties(0, binariesDir, Map.of()));
        return new DatabaseToRead(database(started.jdbcUrl(ApplicationDatabase.NAME), started.passwords().owner()), started);
    }

    public DataSource database() {
        return database;
    }

    private static String url(Path cluster) {
        try {
            List<String> lines = Files.readAllLines(cluster.resolve("postmaster.pid"));
            return "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/" + ApplicationDatabase.NAME;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DataSource database(String url, String password) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        database.setUser(ApplicationDatabase.NAME);
        database.setPassword(password);
        return database;
    }

    /** Stops what was started; more than once does no harm. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                server.close();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
