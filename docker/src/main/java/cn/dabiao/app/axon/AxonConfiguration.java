package cn.dabiao.app.axon;

import java.util.List;
import javax.sql.DataSource;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

import cn.dabiao.app.start.StartRefused;
import cn.dabiao.ledger.EventSerializer;
import cn.dabiao.ledger.JdbcLedger;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.Migrations;

@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

    /** For tokens and messages; never for events. */
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
    ConnectionProvider connectionProvider(DataSource database) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database));
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    /** Migrates the ledger first, and refuses to run over events that this build does not know. */
    @Bean
    LedgerReader ledgerReader(DataSource database, EventSerializer serializer) {
        Migrations.run(database, Migrations.LEDGER);
        LedgerReader reader = new LedgerReader(database, serializer);
        List<String> unknown = reader.unknownEventTypes();
        if (!unknown.isEmpty()) {
            throw new StartRefused(
                    "The ledger holds events that this version does not know: " + unknown + ".",
                    "Start the version that wrote them, or a newer one.");
        }
        return reader;
    }

    /** @param ledger named so that the table is there before the engine is */
    @Bean
    EventStorageEngine eventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            EventSerializer serializer,
            LedgerReader ledger) {
        return JdbcLedger.of(connections, transactions, serializer);
    }
}
