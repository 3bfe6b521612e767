package cn.dabiao.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

import picocli.CommandLine.Option;

import cn.dabiao.app.postgres.DatabaseToRead;

/** Where the ledger is that is to be verified: the embedded database of a data directory, or a database of one's own. */
final class Source {

    private static final String PASSWORD = "SPRING_DATASOURCE_PASSWORD";
    private static final int CONNECT_SECONDS = 10;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "The data directory whose embedded database is verified, whether Dabiao runs on it or not; by "
                    + "default ./.dabiao, or DABIAO_DATA_DIR.")
    private @Nullable Path dataDir;

    @Option(
            names = "--binaries-dir",
            paramLabel = "DIR",
            description = "Where PostgreSQL is unpacked if it has to be started, like dabiao.postgres.binaries-dir; by "
                    + "default in the data directory.")
    private @Nullable Path binariesDir;

    @Option(names = "--url", paramLabel = "JDBC", description = "One's own database, jdbc:postgresql://…, instead.")
    private @Nullable String url;

    @Option(names = "--username", paramLabel = "U", description = "An account that may read the schema ledger.")
    private @Nullable String username;

    @Option(
            names = "--password-file",
            paramLabel = "F",
            description = "The file with its password, in one line; without it, the environment variable " + PASSWORD + ".")
    private @Nullable Path passwordFile;

    private volatile boolean beingStopped;

    /** A database, and what is to be closed behind it. */
    record Opened(DataSource database, Runnable closing) implements AutoCloseable {
        @Override
        public void close() {
            closing.run();
        }
    }

    boolean isGiven() {
        return dataDir != null || binariesDir != null || url != null || username != null || passwordFile != null;
    }

    boolean isBeingStopped() {
        return beingStopped;
    }

    Optional<String> whatIsWrong() {
        if (url == null) {
            return username != null || passwordFile != null
                    ? Optional.of("--username and --password-file belong to a --url")
                    : Optional.empty();
        }
        if (dataDir != null || binariesDir != null) {
            return Optional.of("either --data-dir or --url");
        }
        return url.toLowerCase(Locale.ROOT).contains("password=")
                ? Optional.of("a password in --url could be read by everybody on this machine: use --password-file or " + PASSWORD)
                : Optional.empty();
    }

    Opened open() throws IOException {
        return url == null ? embedded() : new Opened(own(url), () -> {});
    }

    private Opened embedded() {
        Path directory = Optional.ofNullable(dataDir)
                .or(() -> Optional.ofNullable(System.getenv("DABIAO_DATA_DIR")).map(Path::of))
                .orElse(Path.of(".dabiao"));
        DatabaseToRead database = DatabaseToRead.open(directory, binariesDir);
        // Ctrl-C must not leave a server behind that was started for this alone.
        Runtime.getRuntime().addShutdownHook(new Thread(
                () -> {
                    beingStopped = true;
                    database.close();
                },
                "stop-postgres"));
        return new Opened(database.database(), database::close);
    }

    private DataSource own(String jdbc) throws IOException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(jdbc);
        database.setApplicationName("dabiao verify");
        database.setConnectTimeout(CONNECT_SECONDS);
        if (username != null) {
            database.setUser(username);
        }
        String password = passwordFile == null ? System.getenv(PASSWORD) : Brought.line(passwordFile);
        if (password != null) {
            database.setPassword(password);
        }
        return database;
    }
}
