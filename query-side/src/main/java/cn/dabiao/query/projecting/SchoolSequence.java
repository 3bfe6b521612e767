package cn.dabiao.query.projecting;

import java.util.Objects;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;

import cn.dabiao.ledger.StreamId;

/**
 * Which events are projected one after another, whatever the number of segments: those of a school, of its assessments
 * and of their files, for a plan needs the school and a file the assessment; of everything else, those of its stream.
 * What cannot be projected has the rest of its sequence wait behind it.
 */
public final class SchoolSequence implements SequencingPolicy<EventMessage<?>> {

    public static final SchoolSequence INSTANCE = new SchoolSequence();

    private SchoolSequence() {}

    @Override
    public Object getSequenceIdentifierFor(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> message
                ? of(Objects.requireNonNull(message.getAggregateIdentifier()))
                : event.getIdentifier();
    }

    static String of(String stream) {
        return switch (stream.substring(0, Math.max(0, stream.indexOf(':')))) {
            // The school's code stands last in all of them.
            case StreamId.SCHOOL, StreamId.ASSESSMENT, StreamId.EVIDENCE ->
                    StreamId.SCHOOL + stream.substring(stream.lastIndexOf(':'));
            default -> stream;
        };
    }
}
