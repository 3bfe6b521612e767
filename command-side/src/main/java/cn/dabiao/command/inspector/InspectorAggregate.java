package cn.dabiao.command.inspector;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.getVersion;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

import cn.dabiao.command.inspector.RecusalCommand.DecideRecusal;
import cn.dabiao.command.inspector.RecusalCommand.DeclareRecusal;
import cn.dabiao.command.inspector.RecusalCommand.RequestRecusal;
import cn.dabiao.command.inspector.SuspensionCommand.ReinstateInspector;
import cn.dabiao.command.inspector.SuspensionCommand.SuspendInspector;
import cn.dabiao.domain.inspector.Inspector;
import cn.dabiao.domain.inspector.InspectorEvent;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorPersonErased;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorRegistered;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorReinstated;
import cn.dabiao.domain.inspector.InspectorEvent.InspectorSuspended;
import cn.dabiao.domain.inspector.InspectorEvent.RecusalDecided;
import cn.dabiao.domain.inspector.InspectorEvent.RecusalDeclared;
import cn.dabiao.domain.inspector.InspectorEvent.RecusalRequested;
import cn.dabiao.domain.inspector.RecusalPolicy;
import cn.dabiao.domain.inspector.SuspensionPolicy;
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

    @CommandHandler
    Long handle(DeclareRecusal command) {
        RecusalPolicy.requireDeclarable(registered(), command.schoolCode());
        return recorded(new RecusalDeclared(
                command.inspectorId(),
                command.bureau(),
                command.schoolCode(),
                command.declaredBy(),
                command.reason(),
                command.request().at()));
    }

    @CommandHandler
    Long handle(RequestRecusal command) {
        RecusalPolicy.requireRequestable(registered(), command.schoolCode());
        return recorded(new RecusalRequested(
                command.inspectorId(),
                command.bureau(),
                command.schoolCode(),
                command.reason(),
                command.request().at()));
    }

    @CommandHandler
    Long handle(DecideRecusal command) {
        RecusalPolicy.requireDecidable(registered(), command.schoolCode());
        return recorded(new RecusalDecided(
                command.inspectorId(),
                command.bureau(),
                command.schoolCode(),
                command.outcome(),
                command.reason(),
                command.request().at()));
    }

    @CommandHandler
    Long handle(SuspendInspector command) {
        SuspensionPolicy.requireOnDuty(registered());
        return recorded(new InspectorSuspended(
                command.inspectorId(), command.bureau(), command.reason(), command.request().at()));
    }

    @CommandHandler
    Long handle(ReinstateInspector command) {
        SuspensionPolicy.requireSuspended(registered());
        return recorded(new InspectorReinstated(
                command.inspectorId(), command.bureau(), command.reason(), command.request().at()));
    }

    @CommandHandler
    Long handle(EraseInspectorPerson command) {
        return recorded(new InspectorPersonErased(
                command.inspectorId(),
                command.bureau(),
                command.personId(),
                command.reason(),
                command.request().at()));
    }

    @EventSourcingHandler
    void on(InspectorEvent event) {
        inspector = Inspector.evolve(inspector, event);
    }

    private Inspector registered() {
        return requireNonNull(inspector, "a command that does not register an inspector loads one");
    }

    /** Answers the stream's version: how many events it has now. */
    private static Long recorded(InspectorEvent event) {
        apply(event);
        return getVersion() + 1;
    }
}
