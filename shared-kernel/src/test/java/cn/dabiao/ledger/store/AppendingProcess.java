package cn.dabiao.ledger.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

import cn.dabiao.ledger.once.Part;

/** A process of its own that appends, and prints the position and the id of every event that it was acknowledged. */
final class AppendingProcess {

    private AppendingProcess() {}

    /**
     * Stream prefix, number of events, pause between them in milliseconds; then the JDBC URL and the user, and perhaps that each
     * event is carried out for a request with a key: the n-th for the n-th, in every process. What another has done is not printed.
     */
    public static void main(String[] args) throws InterruptedException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(args[3]);
        database.setUser(args[4]);
        try (GroupCommit commit = GroupCommit.start(database, CommitLimits.DEFAULT)) {
            for (int number = 0; number < Integer.parseInt(args[1]); number++) {
                Thread.sleep(Long.parseLong(args[2]));
                NewEvent event = NewEvents.of(args[0] + number % 10, number / 10);
                Part part = args.length > 5 ? Requests.of("office", "key-" + number, "{}").part() : null;
                Outcome outcome = commit.append(List.of(event), part);
                if (part == null || !(outcome instanceof Outcome.Refused)) {
                    System.out.println(((Outcome.Stored) outcome).first() + " " + event.eventId());
                }
            }
        }
    }

    static Process start(String prefix, int events, int pauseMillis, DataSource database, String... more)
            throws IOException {
        PGSimpleDataSource postgres = (PGSimpleDataSource) database;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                AppendingProcess.class.getName(),
                prefix,
                Integer.toString(events),
                Integer.toString(pauseMillis),
                "jdbc:postgresql://127.0.0.1:" + postgres.getPortNumbers()[0] + "/" + postgres.getDatabaseName(),
                postgres.getUser()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
