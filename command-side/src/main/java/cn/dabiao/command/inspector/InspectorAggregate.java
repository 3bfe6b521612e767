package cn.dabiao.command.inspector;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorRegistered;
import cn.dabiao.ledger.StreamId;

/** An inspector on the roster. */
@AggregateRoot(type = StreamId.INSPECTOR)
public final class InspectorAggregate {

    private @Nullable Inspector inspector;

    InspectorAggregate() {}

    /** Null until the first event has been applied: Axon asks before that, too. */
    @AggregateIdentifier
    @Nullable String streamId() {
        return inspector == null ? null : StreamId.of(inspector.bureau(), inspector.inspectorId()).value();
    }

    @CommandHandler
    InspectorAggregate(RegisterInspector command) {
        apply(new InspectorRegistered(
                command.inspectorId(),
                command.bureau(),
                command.name(),
                command.township(),
                command.worksAt(),
                command.request().at()));
    }

    @EventSourcingHandler
    void on(InspectorEvent event) {
        inspector = Inspector.evolve(inspector, event);
    }
}
