package cn.dabiao.command.timers;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManagerSupplier;
import org.axonframework.messaging.ScopeAwareProvider;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;

/**
 * Axon's deadlines on db-scheduler, in the schema {@code timer}. Of several nodes, whichever looks first takes a deadline
 * that is due; a node that dies over one loses it to the others after six times {@link #HEARTBEAT}. One that fails is tried
 * again every five minutes.
 */
final class Deadlines {

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    /** What a command at hand may still take, within the time that Spring gives everything to stop. */
    private static final Duration LAST_COMMAND = Duration.ofSeconds(10);

    private Deadlines() {}

    /**
     * @param database within a transaction of Spring's, a deadline is set in that one
     * @param arrivals where deadlines go when they are due
     * @param beside   what is to be done again and again on the same scheduler
     * @param node     the name under which they are taken; empty for the host's
     */
    static DbSchedulerDeadlineManager manager(
            DataSource database,
            ScopeAwareProvider arrivals,
            Clock clock,
            TimerSettings settings,
            List<RecurringTask<Void>> beside,
            String node) {
        DbSchedulerDeadlineManagerSupplier itself = new DbSchedulerDeadlineManagerSupplier();
        SchedulerBuilder scheduler = Scheduler.create(
                        new TransactionAwareDataSourceProxy(database),
                        DbSchedulerDeadlineManager.humanReadableTask(itself))
                .startTasks(beside)
                .tableName("timer.scheduled_task")
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, true))
                .serializer(new TaskData())
                .clock(clock::instant)
                .pollingInterval(settings.pollingInterval())
                .threads(settings.threads())
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(LAST_COMMAND);
        if (!node.isEmpty()) {
            scheduler.schedulerName(new SchedulerName.Fixed(node));
        }
        DbSchedulerDeadlineManager manager = DbSchedulerDeadlineManager.builder()
                .scheduler(scheduler.build())
                .scopeAwareProvider(arrivals)
                .serializer(Jackson3Serializer.builder().build())
                .useBinaryPojo(false)
                .build();
        itself.set(manager);
        return manager;
    }
}
