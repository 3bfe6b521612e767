package cn.dabiao.command.timers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

import com.zaxxer.hikari.HikariDataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import cn.dabiao.ledger.Migrations;

/** A fresh database with ledger and timers for each test, on one real PostgreSQL; a node may find it away. */
public final class TimerDatabase extends DelegatingDataSource implements AutoCloseable {

    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final HikariDataSource pool;
    private volatile boolean away;

    private TimerDatabase(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    public static TimerDatabase fresh() {
        String name = "t" + COUNT.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE migrated");
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(SERVER.getJdbcUrl("postgres", name));
        pool.setMaximumPoolSize(12);
        pool.setMinimumIdle(1);
        return new TimerDatabase(pool);
    }

    /** Without anybody in between. */
    DataSource itself() {
        return pool;
    }

    void away(boolean now) {
        away = now;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (away) {
            throw new SQLException("the database is away", "08006");
        }
        return super.getConnection();
    }

    @Override
    public void close() {
        pool.close();
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("timezone", "Asia/Shanghai")
                    .start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE migrated");
            }
            DataSource template = server.getDatabase("postgres", "migrated");
            Migrations.run(template, Migrations.LEDGER);
            Migrations.run(template, Migrations.PERSON);
            Migrations.run(template, Migrations.TIMER);
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
