package cn.dabiao.app.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A PostgreSQL as Debian ships it, with all of its tools; the embedded one brings none but its server's. Whoever has it
 * elsewhere says so by {@code -Ddabiao.stock-postgres=/usr/pgsql-18}.
 */
public final class StockPostgres {

    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final int OLDEST = 15;
    private static final List<String> TOOLS =
            List.of("initdb", "pg_ctl", "psql", "pg_dump", "pg_dumpall", "pg_restore", "pg_basebackup", "pg_verifybackup");

    private final PostgresCommands commands;

    private StockPostgres(Path home) {
        this.commands = new PostgresCommands(home, PostgresAccount.choose());
    }

    /** The newest one on this machine; empty when there is none that Dabiao runs on. */
    public static Optional<StockPostgres> newest() throws IOException {
        List<Path> homes = new ArrayList<>();
        Optional.ofNullable(System.getProperty("dabiao.stock-postgres")).map(Path::of).ifPresent(homes::add);
        if (homes.isEmpty() && Files.isDirectory(DEBIAN)) {
            try (Stream<Path> versions = Files.list(DEBIAN)) {
                versions.filter(home -> major(home) >= OLDEST)
                        .sorted(Comparator.comparingInt(StockPostgres::major).reversed())
                        .forEach(homes::add);
            }
        }
        return homes.stream()
                .filter(home -> TOOLS.stream().allMatch(tool -> Files.isExecutable(home.resolve("bin").resolve(tool))))
                .findFirst()
                .map(StockPostgres::new);
    }

    private static int major(Path home) {
        return Integer.parseInt(home.getFileName().toString());
    }

    /** Runs one of the tools; it has to succeed. */
    public String run(String tool, String... arguments) {
        PostgresCommands.Outcome outcome = commands.run(tool, arguments);
        if (!outcome.succeeded()) {
            throw new AssertionError(tool + ": " + outcome.output());
        }
        return outcome.output();
    }

    /** A new server without a database of ours. */
    public Server fresh(Path cluster) throws IOException {
        Files.createDirectory(cluster);
        commands.account().give(cluster);
        run("initdb", "-D", cluster.toString(), "-U", "postgres", "--auth", "trust", "--encoding", "UTF8",
                "--locale", "C.UTF-8", "--no-sync");
        return started(cluster);
    }

    /** The server of a cluster that is there, on a port of its own. */
    public Server started(Path cluster) throws IOException {
        int port = freePort();
        Files.writeString(
                cluster.resolve("postgresql.conf"),
                """

                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                fsync = off
                port = %d
                """.formatted(port),
                StandardOpenOption.APPEND);
        Server server = new Server(new Postmaster(commands, cluster), port);
        PostgresCommands.Outcome outcome = server.postmaster.start();
        if (!outcome.succeeded()) {
            throw new AssertionError(outcome.output() + Files.readString(cluster.resolve("startup.log")));
        }
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A running one; everybody is let in without a password. */
    public static final class Server implements AutoCloseable {
        private final Postmaster postmaster;
        private final int port;

        private Server(Postmaster postmaster, int port) {
            this.postmaster = postmaster;
            this.port = port;
        }

        public int port() {
            return port;
        }

        public String url() {
            return "jdbc:postgresql://127.0.0.1:" + port + "/dabiao";
        }

        public Connection connection(String account) throws SQLException {
            return DriverManager.getConnection(url(), account, "");
        }

        /** What the tools need to find it as its superuser. */
        public String[] at(String... arguments) {
            return Stream.concat(Stream.of("-h", "127.0.0.1", "-p", Integer.toString(port), "-U", "postgres"), Stream.of(arguments))
                    .toArray(String[]::new);
        }

        @Override
        public void close() {
            postmaster.stop();
        }
    }
}
