package cn.dabiao.app.axon;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

import cn.dabiao.app.database.MigratedDatabase;
import cn.dabiao.app.database.Unpooled;
import cn.dabiao.app.start.StartRefused;
import cn.dabiao.ledger.EventSerializer;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.signing.Signer;
import cn.dabiao.ledger.store.CommitLimits;
import cn.dabiao.ledger.store.CommitListener;
import cn.dabiao.ledger.store.GroupCommit;
import cn.dabiao.ledger.store.LedgerEngine;
import cn.dabiao.ledger.store.LedgerEventStore;
import cn.dabiao.ledger.store.Notifications;

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

    /** @param migrated named so that the tables are there before anybody connects through this */
    @Bean
    ConnectionProvider connectionProvider(DataSource database, MigratedDatabase migrated) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database));
    }

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    /**
     * Refuses to run over events that this build does not know.
     *
     * @param migrated named so that the tables are there
     */
    @Bean
    LedgerReader ledgerReader(DataSource database, EventSerializer serializer, MigratedDatabase migrated) {
        LedgerReader reader = new LedgerReader(database, serializer);
        List<String> unknown = reader.unknownEventTypes();
        if (!unknown.isEmpty()) {
            throw new StartRefused(
                    "The ledger holds events that this version does not know: " + unknown + ".",
                    "Start the version that wrote them, or a newer one.");
        }
        return reader;
    }

    /**
     * The one writer of this process, on a connection of its own.
     *
     * @param ledger   named so that the tables are there before the writer is
     * @param signer   named so that it is closed after the writer, and signs what that has written last
     * @param listener keeps count of what is written
     */
    @Bean(destroyMethod = "close")
    GroupCommit groupCommit(
            JdbcConnectionDetails database,
            LedgerProperties settings,
            LedgerReader ledger,
            Optional<Signer> signer,
            CommitListener listener) {
        return GroupCommit.start(
                Unpooled.of(database), CommitLimits.DEFAULT.withMaxWait(settings.maxWait()), listener);
    }

    @Bean
    EventStorageEngine eventStorageEngine(DataSource database, GroupCommit commit, EventSerializer serializer) {
        return LedgerEngine.builder(database, commit).eventSerializer(serializer).build();
    }

    @Bean
    LedgerEventStore eventStore(EventStorageEngine engine, org.axonframework.config.Configuration axon) {
        return LedgerEventStore.of(EmbeddedEventStore.builder()
                .storageEngine(engine)
                .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(axon.getComponent(EventBusSpanFactory.class)));
    }

    @Bean(destroyMethod = "close")
    Notifications notifications(JdbcConnectionDetails database, LedgerEventStore events) {
        return Notifications.start(Unpooled.of(database), events::wake);
    }
}
