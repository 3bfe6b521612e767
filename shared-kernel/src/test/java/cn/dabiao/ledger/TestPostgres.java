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
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
