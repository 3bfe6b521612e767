package cn.dabiao.command.timers;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManagerSupplier;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;

import cn.dabiao.ledger.TokenTable;

/**
 * Registers who sets timers and the scheduler that waits for them: Axon's deadlines on db-scheduler, in the schema
 * {@code timer}. Of several nodes one at a time follows the ledger, and whichever looks first takes a timer that is due. A
 * node that dies over one loses it to the others after {@link #HEARTBEAT} times six.
 */
final class Timers implements ConfigurerModule {

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    /** Within the time that Spring gives everything to stop. */
    private static final Duration LAST_COMMAND = Duration.ofSeconds(10);
    private static final int BATCH = 100;

    private final DataSource database;
    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private final Clock clock;
    private final TimerSettings settings;
    private final String node;
    private final Supplier<List<Period>> periods;

    /** @param periods asked when the first event or timer is there; they may need Axon, which this is a part of */
    Timers(
            DataSource database,
            ConnectionProvider connections,
            TransactionManager transactions,
            Clock clock,
            TimerSettings settings,
            String node,
            Supplier<List<Period>> periods) {
        this.database = database;
        this.connections = connections;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
        this.node = node;
        this.periods = periods;
    }

    @Override
    public void configureModule(Configurer configurer) {
        DeadlineManager deadlines = deadlines();
        configurer.registerComponent(DeadlineManager.class, _ -> deadlines);
        // Asked for, or it would not be started.
        configurer.onInitialize(axon -> axon.getComponent(DeadlineManager.class));
        String group = SetTimers.GROUP;
        configurer.eventProcessing()
                .registerEventHandler(_ -> new SetTimers(deadlines, periods))
                .registerPooledStreamingEventProcessor(
                        group,
                        axon -> axon.eventStore(),
                        (_, processor) -> processor
                                .initialSegmentCount(1)
                                .initialToken(StreamableMessageSource::createTailToken)
                                .batchSize(BATCH))
                .registerTokenStore(group, _ -> TokenTable.store(connections, "timer.token_entry", node))
                .registerTransactionManager(group, _ -> transactions)
                // A timer that cannot be set holds up those behind it, loudly, until it can: none is skipped.
                .registerErrorHandler(group, _ -> PropagatingErrorHandler.instance())
                .registerListenerInvocationErrorHandler(group, _ -> PropagatingErrorHandler.instance());
    }

    private DeadlineManager deadlines() {
        DbSchedulerDeadlineManagerSupplier itself = new DbSchedulerDeadlineManagerSupplier();
        DbSchedulerDeadlineManager deadlines = DbSchedulerDeadlineManager.builder()
                .scheduler(scheduler(itself))
                .scopeAwareProvider(new EndPeriods(periods))
                .serializer(Jackson3Serializer.builder().build())
                .useBinaryPojo(false)
                .build();
        itself.set(deadlines);
        return deadlines;
    }

    /** Within a transaction of Spring's, a timer is set in that one. */
    private Scheduler scheduler(Supplier<DbSchedulerDeadlineManager> deadlines) {
        SchedulerBuilder builder = Scheduler.create(
                        new TransactionAwareDataSourceProxy(database),
                        DbSchedulerDeadlineManager.humanReadableTask(deadlines))
                .tableName("timer.scheduled_task")
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .serializer(new TaskData())
                .clock(clock::instant)
                .pollingInterval(settings.pollingInterval())
                .threads(settings.threads())
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(LAST_COMMAND);
        return node.isEmpty() ? builder.build() : builder.schedulerName(new SchedulerName.Fixed(node)).build();
    }
}
