package cn.dabiao.query;

import java.time.Clock;
import javax.sql.DataSource;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import cn.dabiao.ledger.EventScan;
import cn.dabiao.ledger.EventSerializer;
import cn.dabiao.ledger.LedgerReader;
import cn.dabiao.ledger.Timeline;
import cn.dabiao.ledger.lag.Followers;
import cn.dabiao.person.Persons;
import cn.dabiao.query.assessment.PastAssessments;
import cn.dabiao.query.assessment.VisibleAssessments;
import cn.dabiao.query.exporting.ExportSettings;
import cn.dabiao.query.history.Histories;
import cn.dabiao.query.history.ScoreChanges;
import cn.dabiao.query.operating.ParkedEvents;
import cn.dabiao.query.operating.ProjectionStatuses;
import cn.dabiao.query.past.Moments;
import cn.dabiao.query.projecting.DeadLetters;
import cn.dabiao.query.projecting.Processors;
import cn.dabiao.query.projecting.Tokens;
import cn.dabiao.query.ranking.PastRankings;
import cn.dabiao.query.ranking.Rankings;
import cn.dabiao.query.reading.ReadSettings;
import cn.dabiao.query.reading.Reads;
import cn.dabiao.query.rebuilding.Rebuilds;
import cn.dabiao.query.register.campaign.Campaigns;
import cn.dabiao.query.register.standard.Standards;

/**
 * The query side as a whole: on every node but those that only take commands. It wants, from whoever distributes it,
 * a {@link DataSource} with its {@link JdbcClient} and {@link PlatformTransactionManager}, Axon's
 * {@link ConnectionProvider} and {@link TransactionManager} on the same, the {@link EventSerializer}, the ledger's reader,
 * an event store, the store of evidence, and a {@link Clock}. Both schemas are migrated before the connection provider is
 * there, by an account that this side does not know.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${dabiao.role:all}'.toLowerCase() != 'command'")
// By their whole names: the two sides have controllers of the same simple name.
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableConfigurationProperties({ReadSettings.class, ProjectionSettings.class})
public class QuerySideConfiguration {

    /**
     * The rows of the tokens are made by a migration.
     *
     * @param node the owner's name in the claims of tokens; empty takes Axon's default, process id and host. A node
     *             that comes back under its old name has its tokens at once; under a new one it waits until the old
     *             claim times out.
     */
    @Bean
    TokenStore tokenStore(ConnectionProvider connections, @Value("${dabiao.node-id:}") String node) {
        return Tokens.store(connections, node);
    }

    @Bean
    ConfigurerModule projections(
            JdbcClient jdbc,
            ConnectionProvider connections,
            TransactionManager transactions,
            PlatformTransactionManager platform,
            TokenStore tokens,
            EventSerializer serializer,
            ProjectionSettings settings,
            Processors processors,
            @Value("${dabiao.node-id:}") String node) {
        return new ProjectionsModule(
                jdbc, connections, transactions, platform, tokens, serializer, settings, processors, node);
    }

    @Bean
    Processors processors() {
        return new Processors();
    }

    /** A rebuild outlasts an export that is under way, and another that has begun in the meantime. */
    @Bean(initMethod = "start", destroyMethod = "close")
    Rebuilds rebuilds(
            DataSource database,
            EventSerializer serializer,
            @Value("${dabiao.node-id:}") String node,
            LedgerReader ledger,
            ExportSettings exports) {
        return new Rebuilds(
                Groups.ALL,
                Projections::of,
                database,
                new EventScan(database, serializer),
                Tokens.owner(node),
                exports.maxDuration().multipliedBy(2));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    ProjectionStatuses projectionStatuses(JdbcClient jdbc, LedgerReader ledger, Clock clock) {
        return new ProjectionStatuses(Groups.ALL, jdbc, ledger, clock);
    }

    @Bean
    ParkedEvents parkedEvents(
            JdbcClient jdbc, PlatformTransactionManager transactions, Processors processors, Clock clock) {
        return new ParkedEvents(
                jdbc, new TransactionTemplate(transactions), processors, Histories::tellWhoMayRead, clock);
    }

    /** Those whose lag is the lag of what readers see. */
    @Bean
    Followers projectionGroups() {
        return new Followers(Groups.ALL, Tokens.TABLE, DeadLetters.TABLE);
    }

    @Bean
    Reads reads(PlatformTransactionManager transactions, JdbcClient jdbc, ReadSettings settings) {
        return new Reads(transactions, jdbc, settings);
    }

    @Bean
    Standards standards(JdbcClient jdbc) {
        return new Standards(jdbc);
    }

    @Bean
    Campaigns campaigns(JdbcClient jdbc) {
        return new Campaigns(jdbc);
    }

    @Bean
    Timeline timeline(DataSource database) {
        return new Timeline(database);
    }

    @Bean
    Moments moments(LedgerReader ledger, Timeline timeline, Clock clock) {
        return new Moments(ledger, timeline, clock);
    }

    @Bean
    PastAssessments pastAssessments(LedgerReader ledger, JdbcClient jdbc) {
        return new PastAssessments(ledger, jdbc);
    }

    @Bean
    VisibleAssessments visibleAssessments(JdbcClient jdbc) {
        return new VisibleAssessments(jdbc);
    }

    @Bean
    PastRankings pastRankings(JdbcClient jdbc, LedgerReader ledger, Rankings rankings) {
        return new PastRankings(jdbc, ledger, rankings);
    }

    @Bean
    Rankings rankings(JdbcClient jdbc, Standards standards) {
        return new Rankings(jdbc, standards);
    }

    @Bean
    Histories histories(JdbcClient jdbc, Standards standards, Campaigns campaigns, EventSerializer serializer, Persons persons) {
        return new Histories(jdbc, standards, campaigns, serializer, persons);
    }

    @Bean
    ScoreChanges scoreChanges(JdbcClient jdbc, EventSerializer serializer, Persons persons) {
        return new ScoreChanges(jdbc, serializer, persons);
    }
}
