package cn.dabiao.command.timers;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;

import cn.dabiao.ledger.EventSerializer;
import cn.dabiao.ledger.store.CommitLimits;
import cn.dabiao.ledger.store.GroupCommit;
import cn.dabiao.ledger.store.LedgerEngine;

/** A node that attends to timers, wired as the product wires it. */
final class TimerNode implements AutoCloseable {

    private final GroupCommit commit;
    private final Configuration axon;

    private TimerNode(DataSource database, Clock clock, String name, Period period) {
        commit = GroupCommit.start(database, CommitLimits.DEFAULT);
        ConnectionProvider connections =
                new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(database));
        TransactionManager transactions = new SpringTransactionManager(new JdbcTransactionManager(database));
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(_ -> Jackson3Serializer.builder().build())
                .configureMessageSerializer(_ -> Jackson3Serializer.builder().build())
                .configureEventSerializer(_ -> new EventSerializer())
                .configureTransactionManager(_ -> transactions)
                .configureEmbeddedEventStore(_ -> LedgerEngine.builder(database, commit)
                        .eventSerializer(new EventSerializer())
                        .build());
        TimersConfiguration.timers(
                        database, connections, transactions, clock, new TimerSettings(Duration.ofMillis(50), 2), List.of(), name,
                        () -> List.of(period))
                .configureModule(configurer);
        axon = configurer.start();
    }

    static TimerNode started(DataSource database, Clock clock, String name, Period period) {
        return new TimerNode(database, clock, name, period);
    }

    @Override
    public void close() {
        axon.shutdown();
        commit.close();
    }
}
