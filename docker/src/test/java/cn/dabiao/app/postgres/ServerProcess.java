package cn.dabiao.app.postgres;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The embedded PostgreSQL of a data directory as the operating system sees it. */
public record ServerProcess(Path data, long pid, int port) {

    /** By the pid file, which a server that was killed leaves behind. */
    public static ServerProcess in(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        return new ServerProcess(
                data, Long.parseLong(lines.getFirst().strip()), Integer.parseInt(lines.get(3).strip()));
    }

    public boolean isAlive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    /** Kills the postmaster; its children notice by themselves, a moment later. */
    public void kill() {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await("dead").until(() -> !isAlive());
    }

    /** The server that has taken the place of this one, once it lets us in. */
    public ServerProcess successor() {
        return await("another server")
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> {
                    ServerProcess next = in(data);
                    next.connection().close();
                    return next;
                }, next -> next.pid != pid);
    }

    /** As the application connects. */
    public Connection connection() throws SQLException, IOException {
        String password = Files.readString(data.resolve("postgres.password"));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/dabiao", "dabiao", password);
    }
}
