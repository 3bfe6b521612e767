package cn.dabiao.command.assessment;

import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/** How assessments are found and kept. */
public final class AssessmentRepository {

    /** Axon's own looks for annotations in every command anew. Versions are the decider's business: see Precondition. */
    static final CommandTargetResolver TARGET =
            command -> new VersionedAggregateIdentifier((Object) ((ToAssessment) command.getPayload()).streamId(), null);

    private AssessmentRepository() {}

    /** @param cache keeps those that were used last, ready for their next command */
    public static AggregateConfigurer<AssessmentAggregate> configuration(Cache cache) {
        return AggregateConfigurer.defaultConfiguration(AssessmentAggregate.class)
                .configureCommandTargetResolver(_ -> TARGET)
                .configureCache(_ -> cache);
    }
}
