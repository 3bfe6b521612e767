package cn.dabiao.command.standard;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.standard.StandardEvent;
import cn.dabiao.domain.standard.StandardEvent.StandardPublished;
import cn.dabiao.domain.standard.StandardId;
import cn.dabiao.ledger.StreamId;

/** A standard: published once, and never touched again. */
@AggregateRoot(type = StreamId.STANDARD)
public final class StandardAggregate {

    private @Nullable StandardId standardId;

    StandardAggregate() {}

    /** Null until the first event has been applied: Axon asks before that, too. */
    @AggregateIdentifier
    @Nullable String streamId() {
        return standardId == null ? null : StreamId.of(standardId).value();
    }

    @CommandHandler
    StandardAggregate(PublishStandard command) {
        apply(new StandardPublished(
                command.standard().standardId(), command.bureau(), command.standard(), command.request().at()));
    }

    @EventSourcingHandler
    void on(StandardEvent event) {
        standardId = event.standardId();
    }
}
