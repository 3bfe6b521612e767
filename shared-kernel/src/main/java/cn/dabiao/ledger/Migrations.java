package cn.dabiao.ledger;

import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;

/** Brings a schema of the database up to date; each schema has a Flyway history of its own. */
public final class Migrations {

    /** The schema of the events. */
    public static final String LEDGER = "ledger";
    /** The schema of the projections, their tokens and dead letters. */
    public static final String VIEW = "view";
    /** The schema of what is to happen by the calendar. */
    public static final String TIMER = "timer";
    /** The schema of what is sent to whom. */
    public static final String WEBHOOK = "webhook";

    /** The schema of the keys of persons. */
    public static final String PERSON = "person";

    private static final JavaMigration[] NONE = {};

    private Migrations() {}

    /**
     * Runs what is new in {@code classpath:db/{schema}}; two nodes may do so at once, one waits for the other.
     *
     * @param database as the owner of the schema, or of the database when there is no schema yet
     */
    public static void run(DataSource database, String schema) {
        flyway(database, schema).migrate();
    }

    /** The versions that have not run in this database yet; finding out changes nothing. */
    public static List<String> pending(DataSource database, String schema) {
        return Arrays.stream(flyway(database, schema).info().pending())
                .map(migration -> schema + " " + migration.getVersion())
                .toList();
    }

    private static Flyway flyway(DataSource database, String schema) {
        return Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/" + schema)
                .javaMigrations(LEDGER.equals(schema) ? new JavaMigration[] {new V3__Hash_stored_events()} : NONE)
                .load();
    }
}
