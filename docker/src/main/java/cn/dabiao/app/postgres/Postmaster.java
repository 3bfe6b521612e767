package cn.dabiao.app.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts and stops the server process of one cluster. */
record Postmaster(PostgresCommands commands, Path cluster) {

    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final String START_LIMIT = "120";
    private static final String STOP_LIMIT = "20";

    PostgresCommands.Outcome start() {
        return commands.run(
                "pg_ctl", "start", "-w", "-t", START_LIMIT, "-s",
                "-D", cluster.toString(), "-l", cluster.resolve("startup.log").toString());
    }

    void stop() {
        if (!stop("fast") && !stop("immediate") && isRunning()) {
            LOG.error("PostgreSQL in {} could not be stopped", cluster);
        }
    }

    private boolean stop(String mode) {
        return commands.run("pg_ctl", "stop", "-w", "-t", STOP_LIMIT, "-m", mode, "-D", cluster.toString())
                .succeeded();
    }

    /**
     * Clears away what a process that was killed left behind. Only to be called under the lock of the data
     * directory, which proves that no living Dabiao owns the server.
     */
    void stopOrphan() {
        Optional<ProcessHandle> process = process();
        if (process.isEmpty()) {
            return;
        }
        if (isOurs(process.get())) {
            LOG.warn("Stopping the PostgreSQL that an earlier process left running, pid {}", process.get().pid());
            stop();
        } else {
            removeStalePidFile();
        }
    }

    /**
     * Removes the pid file of a dead server when its number now belongs to a stranger, because the machine or container
     * was restarted, or to a corpse that nobody has buried: PostgreSQL would refuse to start, and pg_ctl would signal the
     * stranger.
     */
    void removeStalePidFile() {
        process().filter(process -> !isOurs(process)).ifPresent(stranger -> {
            LOG.warn("Removing a stale postmaster.pid, pid {} is another program, or a dead one", stranger.pid());
            removePidFile();
        });
    }

    boolean isRunning() {
        return process().filter(this::isOurs).isPresent();
    }

    private Optional<ProcessHandle> process() {
        try {
            List<String> lines = Files.exists(pidFile()) ? Files.readAllLines(pidFile()) : List.of();
            return lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOurs(ProcessHandle process) {
        String line = process.info().commandLine().orElse("");
        return line.contains("postgres") && line.contains(cluster.toString());
    }

    private void removePidFile() {
        try {
            Files.delete(pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path pidFile() {
        return cluster.resolve("postmaster.pid");
    }
}
