package cn.dabiao.query;

import java.util.List;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.Decisions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.dabiao.ledger.EventSerializer;
import cn.dabiao.query.assessment.AssessmentProjection;
import cn.dabiao.query.evidence.EvidenceProjection;
import cn.dabiao.query.history.HistoryProjection;
import cn.dabiao.query.projecting.DeadLetters;
import cn.dabiao.query.projecting.PromptSource;
import cn.dabiao.query.publication.PublicationProjection;
import cn.dabiao.query.ranking.RankingProjection;
import cn.dabiao.query.register.campaign.CampaignProjection;
import cn.dabiao.query.register.inspector.InspectorProjection;
import cn.dabiao.query.register.school.SchoolProjection;
import cn.dabiao.query.register.standard.StandardProjection;
import cn.dabiao.query.statistics.StatisticsProjection;
import cn.dabiao.query.workload.WorkloadProjection;

/**
 * Registers every projection and how its group is processed: in batches, one segment, an error parked with the rest of
 * its stream. The projections are not Spring beans, or Axon's auto-configuration would register them a second time.
 */
final class ProjectionsModule implements ConfigurerModule {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionsModule.class);
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private final TokenStore tokens;
    private final EventSerializer serializer;

    ProjectionsModule(
            JdbcClient jdbc,
            ConnectionProvider connections,
            TransactionManager transactions,
            TokenStore tokens,
            EventSerializer serializer) {
        this.jdbc = jdbc;
        this.connections = connections;
        this.transactions = transactions;
        this.tokens = tokens;
        this.serializer = serializer;
    }

    @Override
    public void configureModule(Configurer configurer) {
        EventProcessingConfigurer processing = configurer.eventProcessing();
        projections().forEach(projection -> processing.registerEventHandler(_ -> projection));
        Groups.ALL.forEach(group -> register(processing, group));
    }

    private List<Object> projections() {
        return List.of(
                new StandardProjection(jdbc),
                new CampaignProjection(jdbc),
                new SchoolProjection(jdbc),
                new InspectorProjection(jdbc),
                new AssessmentProjection(jdbc),
                new EvidenceProjection(jdbc),
                new WorkloadProjection(jdbc),
                new RankingProjection(jdbc),
                new PublicationProjection(jdbc),
                new HistoryProjection(jdbc),
                new StatisticsProjection(jdbc));
    }

    private void register(EventProcessingConfigurer processing, String group) {
        processing
                .registerPooledStreamingEventProcessor(
                        group,
                        configuration -> new PromptSource(configuration.eventStore()),
                        (_, processor) -> processor
                                .initialSegmentCount(1)
                                .initialToken(StreamableMessageSource::createTailToken)
                                .batchSize(BATCH))
                .registerTokenStore(group, _ -> tokens)
                .registerTransactionManager(group, _ -> transactions)
                .registerErrorHandler(group, _ -> PropagatingErrorHandler.instance())
                .registerListenerInvocationErrorHandler(group, _ -> PropagatingErrorHandler.instance())
                .registerSequencingPolicy(group, _ -> SequentialPerAggregatePolicy.instance())
                .registerDeadLetterPolicy(group, _ -> (letter, cause) -> {
                    LOG.error("{} cannot project {}: it and what follows on its stream are parked", group, letter, cause);
                    return Decisions.enqueue(cause);
                })
                .registerDeadLetterQueue(
                        group, _ -> DeadLetters.queue(group, connections, transactions, serializer))
                .registerDeadLetteringEventHandlerInvokerConfiguration(
                        group,
                        // Without the cache every single event would ask the database whether its stream is parked.
                        (_, invoker) -> invoker.allowReset(true).enableSequenceIdentifierCache());
    }
}
