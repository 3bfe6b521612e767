package cn.dabiao.command.timers;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.function.SingletonSupplier;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;

import cn.dabiao.ledger.TokenTable;

/** Wires the timers of a node; every bean that is a {@link Period} has its own. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TimerSettings.class, IdempotencySettings.class})
class TimersConfiguration {

    @Bean
    ConfigurerModule timers(
            DataSource database,
            ConnectionProvider connections,
            TransactionManager transactions,
            Clock clock,
            TimerSettings settings,
            IdempotencySettings requests,
            @Value("${dabiao.node-id:}") String node,
            ObjectProvider<Period> periods) {
        // Once: every event of the ledger asks for them.
        Supplier<List<Period>> all =
                SingletonSupplier.of(() -> periods.orderedStream().toList());
        ForgottenRequests forgotten = new ForgottenRequests(JdbcClient.create(database), requests.keep());
        return timers(
                database, connections, transactions, clock, settings, List.of(forgotten.hourly()), node, all);
    }

    static Timers timers(
            DataSource database,
            ConnectionProvider connections,
            TransactionManager transactions,
            Clock clock,
            TimerSettings settings,
            List<RecurringTask<Void>> beside,
            String node,
            Supplier<List<Period>> periods) {
        return new Timers(
                database,
                Deadlines.manager(database, new EndPeriods(periods), clock, settings, beside, node),
                TokenTable.store(connections, "timer.token_entry", node),
                transactions,
                periods);
    }
}
