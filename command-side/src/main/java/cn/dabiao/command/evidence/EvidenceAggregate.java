package cn.dabiao.command.evidence;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

import cn.dabiao.domain.evidence.EvidenceEvent;
import cn.dabiao.domain.evidence.EvidenceEvent.EvidenceStored;
import cn.dabiao.domain.evidence.EvidencePolicy;
import cn.dabiao.ledger.StreamId;

/** A file of an assessment: stored once. */
@AggregateRoot(type = StreamId.EVIDENCE)
public final class EvidenceAggregate {

    private @Nullable StreamId stream;

    EvidenceAggregate() {}

    /** Null until the first event has been applied: Axon asks before that, too. */
    @AggregateIdentifier
    @Nullable String streamId() {
        return stream == null ? null : stream.value();
    }

    @CommandHandler
    EvidenceAggregate(RecordEvidence command) {
        EvidencePolicy.requireTaken(command.takenAt(), command.request().at());
        apply(new EvidenceStored(
                command.assessmentId(),
                command.sha256(),
                command.name(),
                command.mediaType(),
                command.bytes(),
                command.takenAt(),
                command.place(),
                command.request().at()));
    }

    @EventSourcingHandler
    void on(EvidenceEvent event) {
        stream = StreamId.of(event.assessmentId(), event.sha256());
    }
}
