package cn.dabiao.command;

import javax.sql.DataSource;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DefaultCommandBusSpanFactory;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.tracing.SpanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

import cn.dabiao.command.assessment.AssessmentRepository;
import cn.dabiao.command.campaign.CampaignAggregate;
import cn.dabiao.command.evidence.EvidenceAggregate;
import cn.dabiao.command.evidence.EvidenceSettings;
import cn.dabiao.command.inspector.InspectorAggregate;
import cn.dabiao.command.school.SchoolAggregate;
import cn.dabiao.command.school.importing.ImportSettings;
import cn.dabiao.command.standard.StandardAggregate;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.once.DoneParts;

/** The command side as a whole: on every node but those that only query. It wants a {@link java.time.Clock} in microseconds. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CommandSettings.class, EvidenceSettings.class, ImportSettings.class})
@ConditionalOnExpression("'${dabiao.role:all}'.toLowerCase() != 'query'")
// By their whole names: the two sides have controllers of the same simple name.
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class CommandSideConfiguration {

    @Bean
    Cache assessmentCache(CommandSettings settings) {
        return new AggregateCache(settings.cachedAssessments());
    }

    /**
     * Aggregates are plain objects: a Spring bean for each loaded one would only cost. The others are written once in a
     * while; assessments again and again.
     */
    @Bean
    ConfigurerModule aggregates(Cache assessmentCache) {
        return configurer -> configurer
                .configureAggregate(StandardAggregate.class)
                .configureAggregate(CampaignAggregate.class)
                .configureAggregate(SchoolAggregate.class)
                .configureAggregate(InspectorAggregate.class)
                .configureAggregate(EvidenceAggregate.class)
                .configureAggregate(AssessmentRepository.configuration(assessmentCache));
    }

    /** @param database where the ledger is */
    @Bean
    Repetitions repetitions(DataSource database, LedgerReader ledger) {
        return new Repetitions(new DoneParts(database), ledger);
    }

    /**
     * Handling a command opens no database transaction: loading is a short read, appending a short write.
     *
     * @param spans of those who trace commands; Axon's own makes none
     */
    @Bean
    CommandBus commandBus(SpanFactory spans) {
        CommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .spanFactory(DefaultCommandBusSpanFactory.builder().spanFactory(spans).build())
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(whoAndWhy(), new MessageOriginProvider()));
        return bus;
    }

    private static CorrelationDataProvider whoAndWhy() {
        return new SimpleCorrelationDataProvider(
                Commands.ACTOR, Commands.ROLE, Commands.BUREAU, Commands.REQUEST_ID);
    }
}
