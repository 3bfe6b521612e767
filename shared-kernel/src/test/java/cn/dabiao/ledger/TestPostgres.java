package cn.dabiao.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** One real PostgreSQL for all tests of the module, and as many databases of it as they want. */
public final class TestPostgres {

    private static final String MIGRATED = "migrated";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private TestPostgres() {}

    /** A database with nothing in it. */
    public static DataSource empty() {
        return create("TEMPLATE template0");
    }

    /** A database in which the ledger's migrations have run and no event has happened. */
    public static DataSource migrated() {
        return create("TEMPLATE " + MIGRATED);
    }

    /** A copy of a database that nobody is connected to. */
    public static DataSource copyOf(DataSource original) {
        return create("TEMPLATE " + ((PGSimpleDataSource) original).getDatabaseName() + " STRATEGY FILE_COPY");
    }

    /** An empty database that belongs to an account without any rights beside. */
    public static DataSource ownedBy(String account) {
        ensure(account, "LOGIN");
        PGSimpleDataSource database = (PGSimpleDataSource) create("TEMPLATE template0 OWNER " + account);
        return SERVER.getDatabase(account, database.getDatabaseName());
    }

    /** The same database as an account that is a member of one of the group roles and has no other rights. */
    public static DataSource as(DataSource database, String group) {
        String account = "runs_as_" + group;
        ensure(account, "LOGIN IN ROLE " + group);
        return SERVER.getDatabase(account, ((PGSimpleDataSource) database).getDatabaseName());
    }

    private static void ensure(String role, String options) {
        execute("DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN "
                        .concat("CREATE ROLE %1$s %2$s; END IF; END $$")
                        .formatted(role, options));
    }

    private static DataSource create(String how) {
        String name = "test_" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name + " " + how);
        return SERVER.getDatabase("postgres", name);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("timezone", "Asia/Shanghai")
                    .start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + MIGRATED + " TEMPLATE template0");
            }
            Migrations.run(server.getDatabase("postgres", MIGRATED), Migrations.LEDGER);
            Migrations.run(server.getDatabase("postgres", MIGRATED), Migrations.PERSON);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As superuser, in no database of a test: for what is of the whole cluster. */
    public static void execute(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
