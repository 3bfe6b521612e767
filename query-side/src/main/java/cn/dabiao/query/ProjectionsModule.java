package cn.dabiao.query;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.Decisions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import cn.dabiao.ledger.EventSerializer;
import cn.dabiao.query.projecting.DeadLetters;
import cn.dabiao.query.projecting.EverySegment;
import cn.dabiao.query.projecting.Fence;
import cn.dabiao.query.projecting.Processors;
import cn.dabiao.query.projecting.PromptSource;
import cn.dabiao.query.projecting.SchoolSequence;
import cn.dabiao.query.projecting.Segments;
import cn.dabiao.query.projecting.Tokens;

/**
 * Registers every projection and how its group is processed: in batches, in as many segments as are set, an error parked
 * with the rest of its sequence. The projections are not Spring beans, or Axon's auto-configuration would register them a
 * second time.
 */
final class ProjectionsModule implements ConfigurerModule {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionsModule.class);
    private static final int BATCH = 500;
    /** After a batch that failed, or a node that died, nobody projects for so long; asking costs a short query. */
    private static final long CLAIM_MILLIS = 1_000;

    private final JdbcClient jdbc;
    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private final TransactionTemplate savepoints;
    private final TokenStore tokens;
    private final EventSerializer serializer;
    private final ProjectionSettings settings;
    private final Processors processors;
    private final Segments segments;

    ProjectionsModule(
            JdbcClient jdbc,
            ConnectionProvider connections,
            TransactionManager transactions,
            PlatformTransactionManager platform,
            TokenStore tokens,
            EventSerializer serializer,
            ProjectionSettings settings,
            Processors processors,
            String node) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.transactions = transactions;
        this.savepoints = new TransactionTemplate(platform);
        savepoints.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.tokens = tokens;
        this.serializer = serializer;
        this.settings = settings;
        this.processors = processors;
        this.segments = new Segments(new TransactionTemplate(platform), jdbc, Tokens.owner(node));
    }

    @Override
    public void configureModule(Configurer configurer) {
        EventProcessingConfigurer processing = configurer.eventProcessing();
        Projections.on(jdbc).forEach(projection -> processing.registerEventHandler(_ -> projection));
        Groups.ALL.forEach(group -> register(processing, group));
        configurer.onInitialize(configuration -> {
            processors.are(configuration.eventProcessingConfiguration());
            configuration.onStart(
                    Phase.INBOUND_EVENT_CONNECTORS - 1,
                    () -> Groups.ALL.forEach(group -> segments.cut(group, settings.segments())));
        });
    }

    private void register(EventProcessingConfigurer processing, String group) {
        Fence fence = new Fence(transactions, jdbc, group);
        processing.registerHandlerInterceptor(group, _ -> EverySegment.savingDeadLetters(savepoints));
        processing
                .registerEventProcessor(group, (_, configuration, handlers) -> processor(group, configuration, handlers))
                .registerTokenStore(group, _ -> tokens)
                .registerTransactionManager(group, _ -> fence)
                .registerListenerInvocationErrorHandler(group, _ -> PropagatingErrorHandler.instance())
                .registerSequencingPolicy(group, _ -> SchoolSequence.INSTANCE)
                .registerDeadLetterPolicy(group, _ -> (letter, cause) -> {
                    LOG.error("{} cannot project {}: it and what follows in its sequence are parked", group, letter, cause);
                    return Decisions.enqueue(cause);
                })
                .registerDeadLetterQueue(group, _ -> DeadLetters.queue(group, connections, fence, serializer))
                .registerDeadLetteringEventHandlerInvokerConfiguration(
                        group,
                        // Without the cache every single event would ask the database whether its sequence is parked.
                        (_, invoker) -> invoker.allowReset(true).enableSequenceIdentifierCache());
    }

    private EventProcessor processor(String group, Configuration configuration, EventHandlerInvoker handlers) {
        EventProcessingConfiguration processing = configuration.eventProcessingConfiguration();
        return PooledStreamingEventProcessor.builder()
                .name(group)
                .eventHandlerInvoker(new EverySegment(handlers, savepoints))
                .rollbackConfiguration(processing.rollbackConfiguration(group))
                .errorHandler(PropagatingErrorHandler.instance())
                .messageMonitor(processing.messageMonitor(PooledStreamingEventProcessor.class, group))
                .spanFactory(configuration.getComponent(EventProcessorSpanFactory.class))
                .messageSource(new PromptSource(configuration.eventStore()))
                .tokenStore(tokens)
                .transactionManager(processing.transactionManager(group))
                .coordinatorExecutor(_ -> executor(1, "Coordinator[" + group + "]", configuration))
                .workerExecutor(_ -> executor(settings.segments(), "WorkPackage[" + group + "]", configuration))
                .tokenClaimInterval(CLAIM_MILLIS)
                .initialSegmentCount(settings.segments())
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(BATCH)
                .build();
    }

    private static ScheduledExecutorService executor(int threads, String name, Configuration configuration) {
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(threads, new AxonThreadFactory(name));
        configuration.onShutdown(executor::shutdown);
        return executor;
    }
}
