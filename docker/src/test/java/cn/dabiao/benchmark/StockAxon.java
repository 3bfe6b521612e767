package cn.dabiao.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonTracingAutoConfiguration;
import org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration;
import org.axonframework.springboot.autoconfig.InfraConfiguration;
import org.axonframework.springboot.autoconfig.InterceptorAutoConfiguration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.support.JdbcTransactionManager;

import cn.dabiao.command.CommandSideConfiguration;
import cn.dabiao.evidence.DiskEvidenceStore;
import cn.dabiao.evidence.EvidenceStore;
import cn.dabiao.ledger.EventSerializer;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.Migrations;
import cn.dabiao.ledger.store.Receipt;
import cn.dabiao.person.FileMasterKey;
import cn.dabiao.person.Persons;
import cn.dabiao.person.Suite;

/**
 * The same commands and aggregates on Axon's own JDBC storage engine and with a database transaction around each command:
 * what the framework gives to whoever configures nothing.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    AxonAutoConfiguration.class,
    AxonTracingAutoConfiguration.class,
    EventProcessingAutoConfiguration.class,
    InfraConfiguration.class,
    InterceptorAutoConfiguration.class
})
class StockAxon {

    private static final int KEY_BYTES = 32;

    /** @param cached whether assessments are kept in memory, as the product keeps them */
    static ConfigurableApplicationContext start(DataSource database, boolean cached) {
        return new SpringApplicationBuilder(CommandSideConfiguration.class, StockAxon.class)
                .web(WebApplicationType.NONE)
                .initializers((ApplicationContextInitializer<GenericApplicationContext>) context -> {
                    context.registerBean(DataSource.class, () -> database);
                    if (!cached) {
                        context.registerBean("noCache", Cache.class, () -> NoCache.INSTANCE, bean -> bean.setPrimary(true));
                    }
                })
                .properties("spring.main.allow-bean-definition-overriding=true", "spring.config.location=optional:none/")
                .run();
    }

    @Bean
    @Primary
    Serializer generalSerializer() {
        return Jackson3Serializer.builder().build();
    }

    @Bean
    @Qualifier("eventSerializer")
    EventSerializer eventSerializer() {
        return new EventSerializer();
    }

    @Bean
    TransactionManager axonTransactionManager(DataSource database) {
        return new SpringTransactionManager(new JdbcTransactionManager(database));
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource database) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database));
    }

    /** As Axon's auto-configuration makes it. */
    @Bean
    CommandBus commandBus(TransactionManager transactions) {
        return SimpleCommandBus.builder().transactionManager(transactions).build();
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            ConnectionProvider connections, TransactionManager transactions, EventSerializer serializer) {
        JdbcEventStorageEngine engine = new Engine(JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(transactions)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer));
        engine.createSchema(PostgresEventTableFactory.INSTANCE);
        return engine;
    }

    @Bean
    EventStore eventStore(EventStorageEngine engine) {
        return EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Its database has no tables for timers, and nothing that is measured ends by the calendar. */
    @Bean
    ConfigurerModule timers() {
        return _ -> {};
    }

    /** Nothing that is measured asks it: inspectors are drawn before. */
    @Bean
    LedgerReader ledgerReader(DataSource database, EventSerializer serializer) {
        return new LedgerReader(database, serializer);
    }

    /** Those of the county are sealed here as well; what is measured names nobody new. */
    @Bean
    Persons persons(DataSource database) throws IOException {
        Migrations.run(database, Migrations.PERSON);
        Path erased = Files.createTempDirectory("person").resolve("erased");
        return new Persons(database, new FileMasterKey(new byte[KEY_BYTES], erased), Suite.AES);
    }

    /** Nor does anything that is measured keep files. */
    @Bean
    EvidenceStore evidenceStore() throws IOException {
        return DiskEvidenceStore.in(Files.createTempDirectory("evidence"), Instant.EPOCH);
    }

    /** The command side wants to know where events came to stand. Here nobody does, so that nothing is spent on it. */
    private static final class Engine extends JdbcEventStorageEngine {

        Engine(Builder builder) {
            super(builder);
        }

        @Override
        protected void appendEvents(java.util.List<? extends EventMessage<?>> events, Serializer serializer) {
            super.appendEvents(events, serializer);
            Receipt.note(0);
        }
    }
}
