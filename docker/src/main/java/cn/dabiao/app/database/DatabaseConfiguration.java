package cn.dabiao.app.database;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.flyway.autoconfigure.FlywayProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import cn.dabiao.app.DabiaoProperties;
import cn.dabiao.app.start.StartRefused;
import cn.dabiao.ledger.Migrations;

/** Migrates as the owner, under Boot's own names for that account, though Boot's Flyway knows only one schema. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FlywayProperties.class)
class DatabaseConfiguration {

    /** @param embedded the owner of the embedded database; its absence leaves {@code spring.flyway.*} */
    @Bean
    MigratedDatabase migratedDatabase(
            JdbcConnectionDetails application,
            ObjectProvider<FlywayConnectionDetails> embedded,
            FlywayProperties configured,
            DabiaoProperties dabiao) {
        List<String> schemas = switch (dabiao.role()) {
            case ALL -> List.of(
                    Migrations.LEDGER, Migrations.PERSON, Migrations.VIEW, Migrations.TIMER, Migrations.WEBHOOK);
            case COMMAND -> List.of(Migrations.LEDGER, Migrations.PERSON, Migrations.TIMER);
            case QUERY -> List.of(Migrations.LEDGER, Migrations.PERSON, Migrations.VIEW, Migrations.WEBHOOK);
        };
        Optional<DataSource> owner = owner(application, embedded.getIfAvailable(), configured);
        owner.ifPresent(it -> schemas.forEach(schema -> migrate(it, schema)));
        DataSource running = Unpooled.of(application);
        RunningAccount account = RunningAccount.of(running);
        account.requireHarmless();
        account.requireMember(dabiao.role());
        if (owner.isEmpty()) {
            schemas.forEach(schema -> requireMigrated(running, schema));
        }
        return new MigratedDatabase(account.name());
    }

    private static Optional<DataSource> owner(
            JdbcConnectionDetails application, @Nullable FlywayConnectionDetails embedded, FlywayProperties configured) {
        if (embedded != null) {
            return Optional.of(Unpooled.of(
                    Optional.ofNullable(embedded.getJdbcUrl()).orElseGet(application::getJdbcUrl),
                    embedded.getUsername(),
                    embedded.getPassword()));
        }
        return Optional.ofNullable(configured.getUser()).map(user -> Unpooled.of(
                Optional.ofNullable(configured.getUrl()).orElseGet(application::getJdbcUrl),
                user,
                configured.getPassword()));
    }

    private static void migrate(DataSource owner, String schema) {
        try {
            Migrations.run(owner, schema);
        } catch (FlywayException e) {
            throw new StartRefused(
                    "The schema " + schema + " could not be migrated: " + e.getMessage(),
                    "Check spring.flyway.user and spring.flyway.password: the account has to own the database. If roles "
                            + "are missing, run the SQL of the README's section \"One's own PostgreSQL\".",
                    e);
        }
    }

    private static void requireMigrated(DataSource running, String schema) {
        List<String> pending = Migrations.pending(running, schema);
        if (!pending.isEmpty()) {
            throw new StartRefused(
                    "The database lacks the migrations " + pending + ", and the application's account must not run them.",
                    "Give the owner's account as spring.flyway.user and spring.flyway.password, for this start at least.");
        }
    }
}
