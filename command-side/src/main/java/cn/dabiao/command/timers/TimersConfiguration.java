package cn.dabiao.command.timers;

import java.time.Clock;
import javax.sql.DataSource;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TimerSettings.class)
class TimersConfiguration {

    @Bean
    ConfigurerModule timers(
            DataSource database,
            ConnectionProvider connections,
            TransactionManager transactions,
            Clock clock,
            TimerSettings settings,
            @Value("${dabiao.node-id:}") String node,
            ObjectProvider<Period> periods) {
        return new Timers(
                database, connections, transactions, clock, settings, node, () -> periods.orderedStream().toList());
    }
}
