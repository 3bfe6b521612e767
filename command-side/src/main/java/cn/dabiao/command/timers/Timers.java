package cn.dabiao.command.timers;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.StreamableMessageSource;

import cn.dabiao.ledger.EventTypes;
import cn.dabiao.ledger.store.EventsOfKinds;

/**
 * Registers who sets timers, and the deadlines that they are. Of several nodes one at a time follows the ledger, and all
 * attend to what is due.
 */
final class Timers implements ConfigurerModule {

    private static final int BATCH = 100;
    /** When commands can be handled already, or still, and before events are followed, or after. */
    private static final int PHASE = Phase.INBOUND_COMMAND_CONNECTOR;

    private final DataSource database;
    private final DbSchedulerDeadlineManager deadlines;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final Supplier<List<Period>> periods;

    /**
     * @param database     where the ledger is
     * @param transactions of the database in which both the tokens and the deadlines are
     * @param periods      asked when the first event is there; they may need Axon, which this is a part of
     */
    Timers(
            DataSource database,
            DbSchedulerDeadlineManager deadlines,
            TokenStore tokens,
            TransactionManager transactions,
            Supplier<List<Period>> periods) {
        this.database = database;
        this.deadlines = deadlines;
        this.tokens = tokens;
        this.transactions = transactions;
        this.periods = periods;
    }

    @Override
    public void configureModule(Configurer configurer) {
        configurer.onInitialize(axon -> {
            axon.onStart(PHASE, deadlines::start);
            axon.onShutdown(PHASE, deadlines::shutdown);
        });
        String group = SetTimers.GROUP;
        configurer.eventProcessing()
                .registerEventHandler(_ -> new SetTimers(deadlines, periods))
                .registerPooledStreamingEventProcessor(
                        group,
                        axon -> new EventsOfKinds(database, axon.eventSerializer(), this::kinds),
                        (_, processor) -> processor
                                .initialSegmentCount(1)
                                .initialToken(StreamableMessageSource::createTailToken)
                                .batchSize(BATCH))
                .registerTokenStore(group, _ -> tokens)
                .registerTransactionManager(group, _ -> transactions)
                // A timer that cannot be set holds up those behind it, loudly, until it can: none is skipped.
                .registerErrorHandler(group, _ -> PropagatingErrorHandler.instance())
                .registerListenerInvocationErrorHandler(group, _ -> PropagatingErrorHandler.instance());
    }

    /** The stored names of all kinds of event that may begin a period. */
    private Set<String> kinds() {
        return periods.get().stream()
                .flatMap(period -> period.beginnings().endings().keySet().stream())
                .map(EventTypes::nameOf)
                .collect(Collectors.toSet());
    }
}
