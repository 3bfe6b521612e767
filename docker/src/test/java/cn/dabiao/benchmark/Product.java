package cn.dabiao.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import cn.dabiao.app.DabiaoApplication;
import cn.dabiao.app.FreshDataDirectory;
import cn.dabiao.ledger.LedgerReader;

/** The distribution, started as anybody would start it, on its own PostgreSQL; other databases of that one beside it. */
final class Product implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    private static final int BATCH = 500;

    private final Path data;
    private final ConfigurableApplicationContext context;

    private Product(Path data, ConfigurableApplicationContext context) {
        this.data = data;
        this.context = context;
    }

    /**
     * @param role {@code command} for commands alone, {@code all} for the projections beside them
     * @param more what belongs to it for the sake of measuring
     */
    static Product start(String role, Class<?>... more) {
        Path data = FreshDataDirectory.create();
        List<String> settings = new ArrayList<>(FreshDataDirectory.properties(data));
        settings.add("dabiao.role=" + role);
        settings.add("server.port=0");
        // Limits that are counted and never met.
        for (String whose : List.of("client", "bureau", "address")) {
            settings.add("dabiao.limits." + whose + ".per-second=1000000");
            settings.add("dabiao.limits." + whose + ".burst=1000000000");
        }
        // For 128 plain clients beside the product's own.
        settings.add("dabiao.postgres.settings.max_connections=400");
        return new Product(
                data,
                new SpringApplicationBuilder(DabiaoApplication.class, NoOpController.class)
                        .sources(more)
                        .run(settings.stream().map("--"::concat).toArray(String[]::new)));
    }

    ApplicationContext context() {
        return context;
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** A new database on the same server, and that many connections to it at most. */
    DataSource database(String name, int connections) throws Exception {
        String server = url().substring(0, url().lastIndexOf('/') + 1);
        try (Connection connection = DriverManager.getConnection(server + SUPERUSER, SUPERUSER, password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return pool(server + name, connections);
    }

    /** That many connections at most to the product's own database. */
    DataSource connections(int most) {
        return pool(url(), most);
    }

    PgBench pgbench(String program) {
        URI server = URI.create(url().substring("jdbc:".length()));
        return new PgBench(
                program, server.getHost(), server.getPort(), server.getPath().substring(1), SUPERUSER, password());
    }

    /** The queries that the product makes while it answers this request. */
    List<RecordedQuery> queriesOf(Callable<?> request) throws Exception {
        return ((RecordingDataSource) context.getBean(DataSource.class)).during(request);
    }

    /** Waits until every group of projections has seen every event so far. */
    void awaitProjections() throws SQLException {
        Lag.awaitShown(context.getBean(DataSource.class), context.getBean(LedgerReader.class).head().orElseThrow());
    }

    private String url() {
        return context.getBean(JdbcConnectionDetails.class).getJdbcUrl();
    }

    private String password() {
        try {
            return Files.readString(data.resolve("postgres.password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DataSource pool(String url, int connections) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername(SUPERUSER);
        pool.setPassword(password());
        pool.setMaximumPoolSize(connections);
        pool.setMinimumIdle(0);
        return new HikariDataSource(pool);
    }

    /** Copies every event so far to another store, but for those with which it began like every store. */
    void copyTo(ApplicationContext other) {
        EventStorageEngine to = other.getBean(EventStorageEngine.class);
        List<? extends TrackedEventMessage<?>> events = context.getBean(EventStorageEngine.class)
                .readEvents(null, false)
                .filter(event -> to.lastSequenceNumberFor(((DomainEventMessage<?>) event).getAggregateIdentifier()).isEmpty())
                .toList();
        for (int from = 0; from < events.size(); from += BATCH) {
            to.appendEvents(events.subList(from, Math.min(from + BATCH, events.size())));
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
