package cn.dabiao.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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

    /** @param role {@code command} for commands alone, {@code all} for the projections beside them */
    static Product start(String role) {
        Path data = FreshDataDirectory.create();
        List<String> settings = new ArrayList<>(FreshDataDirectory.properties(data));
        settings.add("dabiao.role=" + role);
        settings.add("server.port=0");
        // For 128 plain clients beside the product's own.
        settings.add("dabiao.postgres.settings.max_connections=400");
        return new Product(
                data,
                new SpringApplicationBuilder(DabiaoApplication.class, NoOpController.class)
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
        String password = Files.readString(data.resolve("postgres.password"));
        String url = context.getBean(JdbcConnectionDetails.class).getJdbcUrl();
        String server = url.substring(0, url.lastIndexOf('/') + 1);
        try (Connection connection = DriverManager.getConnection(server + SUPERUSER, SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(server + name);
        pool.setUsername(SUPERUSER);
        pool.setPassword(password);
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
