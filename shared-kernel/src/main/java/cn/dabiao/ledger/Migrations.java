package cn.dabiao.ledger;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;

/** Brings a schema of the database up to date; each schema has a Flyway history of its own. */
public final class Migrations {

    /** The schema of the events. */
    public static final String LEDGER = "ledger";
    /** The schema of the projections, their tokens and dead letters. */
    public static final String VIEW = "view";

    private static final JavaMigration[] NONE = {};

    private Migrations() {}

    /** Runs what is new in {@code classpath:db/{schema}}; two nodes may do so at once, one waits for the other. */
    public static void run(DataSource database, String schema) {
        Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:db/" + schema)
                .javaMigrations(LEDGER.equals(schema) ? new JavaMigration[] {new V3__Hash_stored_events()} : NONE)
                .load()
                .migrate();
    }
}
